package travel.opslayer.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A kept connection to the service: as little HTTP as a webhook call needs. */
final class HttpLine implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;
  private final String head;

  HttpLine(int port, String path) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
    head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
            .formatted(path, port);
  }

  /** The status of the answer. */
  int post(MetaCalls.Call call) throws IOException {
    var start =
        head
            + "X-Hub-Signature-256: "
            + call.signature()
            + "\r\nContent-Length: "
            + call.body().length
            + "\r\n\r\n";
    var bytes = start.getBytes(StandardCharsets.ISO_8859_1);
    var whole = new byte[bytes.length + call.body().length];
    System.arraycopy(bytes, 0, whole, 0, bytes.length);
    System.arraycopy(call.body(), 0, whole, bytes.length, call.body().length);
    socket.getOutputStream().write(whole);
    return answer();
  }

  private int answer() throws IOException {
    var status = Integer.parseInt(line(in).substring(9, 12));
    in.skipNBytes(length(in));
    return status;
  }

  /** Reads the headers; the length of what follows them. */
  static int length(InputStream in) throws IOException {
    var length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return length;
  }

  static String line(InputStream in) throws IOException {
    var line = new StringBuilder(64);
    for (var it = in.read(); it != '\n'; it = in.read()) {
      if (it < 0) {
        throw new IOException("The connection was closed.");
      }
      if (it != '\r') {
        line.append((char) it);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
