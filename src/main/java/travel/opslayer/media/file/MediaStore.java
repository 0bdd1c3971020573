package travel.opslayer.media.file;

import java.util.Optional;
import java.util.UUID;

/** Keeps bytes, sealed. What is put under an id again replaces what was there. */
public interface MediaStore {

  void put(int tenant, UUID id, byte[] bytes);

  /** Empty when there is nothing, or nothing any more. */
  Optional<byte[]> get(int tenant, UUID id);

  /** Afterwards nobody can have them; what is not there is no mistake. */
  void erase(int tenant, UUID id);
}
