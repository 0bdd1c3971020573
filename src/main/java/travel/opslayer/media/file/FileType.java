package travel.opslayer.media.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a file is, by how it begins: names and what a sender says are nothing to rely on. The few
 * types that WhatsApp carries, and no program among them.
 *
 * @param mime such as image/jpeg
 * @param shape image, video, audio or document
 */
record FileType(String mime, String shape) {

  private record Sign(int at, byte[] bytes, FileType type) {

    boolean fits(byte[] file) {
      return file.length >= at + bytes.length
          && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument";

  private static final List<Sign> SIGNS =
      List.of(
          sign(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
          sign(0, "\u0089PNG\r\n\u001a\n", "image/png"),
          sign(8, "WEBP", "image/webp"),
          sign(4, "ftyp3g", "video/3gpp"),
          sign(4, "ftypM4A", "audio/mp4"),
          sign(4, "ftyp", "video/mp4"),
          sign(0, "OggS", "audio/ogg"),
          sign(0, "#!AMR", "audio/amr"),
          sign(0, "ID3", "audio/mpeg"),
          sign(0, "\u00ff\u00fb", "audio/mpeg"),
          sign(0, "\u00ff\u00f1", "audio/aac"),
          sign(0, "\u00ff\u00f9", "audio/aac"),
          sign(0, "%PDF-", "application/pdf"),
          sign(0, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "application/msword"));

  /** Empty for what nobody should open. */
  static Optional<FileType> of(byte[] file) {
    return SIGNS.stream()
        .filter(it -> it.fits(file))
        .map(Sign::type)
        .findFirst()
        .or(() -> isOffice(file) ? Optional.of(document(OFFICE)) : Optional.empty())
        .or(() -> isPlain(file) ? Optional.of(document("text/plain")) : Optional.empty());
  }

  /** A document may be anything that is allowed: people send photos so, to keep them sharp. */
  boolean fits(String sentAs) {
    return sentAs.equals("document") || sentAs.equals(shape);
  }

  /** An archive like any other, but for what stands first in it. */
  private static boolean isOffice(byte[] file) {
    var start = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
    return start.startsWith("PK\u0003\u0004")
        && start.contains("[Content_Types].xml")
        && !new String(file, StandardCharsets.ISO_8859_1).contains("vbaProject.bin");
  }

  /** No markup and no script: a browser must not take it for more than words. */
  private static boolean isPlain(byte[] file) {
    var start = new String(file, 0, Math.min(file.length, 4096), StandardCharsets.ISO_8859_1);
    return !start.isEmpty()
        && !start.startsWith("#!")
        && !start.startsWith("MZ")
        && !start.contains("<")
        && start.chars().allMatch(it -> it >= 32 || it == '\n' || it == '\r' || it == '\t');
  }

  private static Sign sign(int at, String start, String mime) {
    var shape = mime.startsWith("application") ? "document" : mime.replaceFirst("/.*", "");
    return new Sign(at, start.getBytes(StandardCharsets.ISO_8859_1), new FileType(mime, shape));
  }

  private static FileType document(String mime) {
    return new FileType(mime, "document");
  }
}
