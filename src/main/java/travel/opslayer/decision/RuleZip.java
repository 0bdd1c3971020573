package travel.opslayer.decision;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A rule folder that somebody has packed, to be looked at before it is put in place. */
public final class RuleZip {

  /** More than any rule folder has; what is packed may be a thousand times as large. */
  private static final int MOST_FILES = 600;

  private static final int MOST_BYTES = 32 << 20;

  /** Of the record at the end, without its comment. */
  private static final int END_BYTES = 22;

  private RuleZip() {}

  /**
   * The files of rules in it; whether the folder itself was packed or what is in it makes no
   * difference.
   *
   * @throws IOException when it is no zip, or too large unpacked; the message is for its author
   */
  public static List<RuleFile> read(byte[] zip) throws IOException {
    var files = unpack(zip);
    var folder = folder(files);
    return files.stream()
        .map(it -> new RuleFile(it.name().substring(folder.length()), it.bytes()))
        .filter(it -> FolderFiles.counts(it.name()))
        .toList();
  }

  private static List<RuleFile> unpack(byte[] zip) throws IOException {
    var files = new ArrayList<RuleFile>();
    var seen = 0;
    var bytes = 0L;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        seen++;
        if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
          var content = in.readNBytes(FolderFiles.TASTE);
          bytes += content.length;
          files.add(new RuleFile(entry.getName().replace('\\', '/'), content));
        }
        if (seen > MOST_FILES || bytes > MOST_BYTES || content(files) == FolderFiles.TASTE) {
          throw new IOException(
              "There is too much in this zip. Maybe pack the folder of the rules only, whose files"
                  + " have 1 MB at most.");
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) { // names that are no UTF-8
      throw new IOException("This zip is damaged. Maybe pack the folder anew.", e);
    }
    if (seen == 0) {
      throw new IOException("This is no zip, or there is nothing in it. Maybe pack the folder.");
    }
    if (seen != promised(zip)) {
      throw new IOException("This zip is not whole. Maybe send it again, as it is.");
    }
    return files;
  }

  /** How many entries its end says there are; -1 without an end: a stream of entries has none. */
  private static int promised(byte[] zip) {
    for (var i = zip.length - END_BYTES; i >= 0; i--) {
      if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 5 && zip[i + 3] == 6) {
        return (zip[i + 10] & 0xFF) | (zip[i + 11] & 0xFF) << 8;
      }
    }
    return -1;
  }

  private static int content(List<RuleFile> files) {
    return files.isEmpty() ? 0 : files.getLast().bytes().length;
  }

  /** The folder that everything is in, with its slash; empty when there is none. */
  private static String folder(List<RuleFile> files) {
    var slash = files.isEmpty() ? -1 : files.getFirst().name().indexOf('/');
    var folder = slash < 0 ? "" : files.getFirst().name().substring(0, slash + 1);
    return files.stream().allMatch(it -> it.name().startsWith(folder)) && !isOurs(folder)
        ? folder
        : "";
  }

  /** A zip of one phase only is no zip of a folder of that name. */
  private static boolean isOurs(String folder) {
    return folder.matches("[0-9]{2}-.*|_schema/|cases/");
  }
}
