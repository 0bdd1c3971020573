package travel.opslayer.api;

import io.micronaut.http.HttpStatus;

/** A request that gets no answer but the reason, as a problem document. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  Refusal(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  static Refusal badRequest(String sentence) {
    return new Refusal(HttpStatus.BAD_REQUEST, sentence);
  }

  /** Also for what belongs to somebody else: who may not see it must not learn that it is there. */
  static Refusal notFound(String list, String id) {
    return new Refusal(
        HttpStatus.NOT_FOUND,
        "There is nothing of this id or code (%s) among the %s.".formatted(Problems.cut(id), list));
  }

  HttpStatus status() {
    return status;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
