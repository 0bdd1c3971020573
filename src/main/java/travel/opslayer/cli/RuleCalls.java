package travel.opslayer.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Questions that only the running service can answer, for they are about what happened. */
final class RuleCalls {

  private static final int OK = 200;

  private final PrintStream out;
  private final PrintStream err;
  private final String address;
  private final String token;

  /**
   * @param address of the service, such as http://localhost:8080
   * @param token of its API
   */
  RuleCalls(PrintStream out, PrintStream err, String address, String token) {
    this.out = out;
    this.err = err;
    this.address = address;
    this.token = token;
  }

  /** Why a decision was taken as it was. */
  int explain(String decision) {
    if (!decision.matches("[A-Za-z0-9-]{1,60}")) {
      err.println("A decision has no id like this (%s).".formatted(decision));
      return CommandLine.USAGE;
    }
    return ask(request("/api/v1/decisions/" + decision + "/explain").GET());
  }

  /**
   * @param words release, from and to, each as name=value
   */
  int replay(List<String> words) {
    var members = new ArrayList<String>();
    for (var word : words) {
      var parts = word.split("=", 2);
      if (!word.matches("(release|from|to)=[A-Za-z0-9:.+-]{1,80}")) {
        err.println(
            "This is not understood (%s). Maybe release=folder from=2026-11-08T00:00:00Z"
                .formatted(word));
        return CommandLine.USAGE;
      }
      members.add("\"%s\":\"%s\"".formatted(parts[0], parts[1]));
    }
    var body = BodyPublishers.ofString("{" + String.join(",", members) + "}");
    return ask(
        request("/api/v1/rules/replay").header("Content-Type", "application/json").POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + token);
  }

  private int ask(HttpRequest.Builder request) {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      (answer.statusCode() == OK ? out : err).println(answer.body());
      return answer.statusCode() == OK ? CommandLine.WELL : CommandLine.WRONG;
    } catch (IOException e) {
      err.println(
          "The service at %s does not answer. Maybe it does not run, or MICRONAUT_SERVER_PORT is"
                  .formatted(address)
              + " another one.");
      return CommandLine.WRONG;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CommandLine.WRONG;
    }
  }
}
