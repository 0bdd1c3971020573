package travel.opslayer.reply;

import java.util.Set;

/** Texts about photos and documents that only colleagues read. */
final class MediaTexts {

  static final Set<String> FOR_COLLEAGUES =
      Set.of(
          "media/came_notice",
          "media/filed",
          "media/whose",
          "media/owner_noted",
          "media/link",
          "media/not_here",
          "media/conflict",
          "media/unpublished_notice",
          "media/cleared",
          "refused/document_closed");

  private MediaTexts() {}
}
