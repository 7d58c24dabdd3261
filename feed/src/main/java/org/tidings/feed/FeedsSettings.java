package org.tidings.feed;

import java.nio.file.Path;
import java.util.Optional;
import org.tidings.feed.message.HmacKey;

/// Where a person's feeds live and how far they reach.
///
/// @param folder the data folder: `secret`, `tidings.sqlite`, `blobs`
/// @param stateFolder outside the data folder: holds the witness that notices a copied or restored
///     data folder, and by the hash of the key file that it was found sound
/// @param bounds how much of what others say is kept
/// @param hmacKey of a network that mixes a key into its signatures; empty on the main network
public record FeedsSettings(
    Path folder, Path stateFolder, Bounds bounds, Optional<HmacKey> hmacKey) {

  /// The main network within the usual bounds.
  public static FeedsSettings of(Path folder, Path stateFolder) {
    return new FeedsSettings(folder, stateFolder, Bounds.USUAL, Optional.empty());
  }

  /// The same within other bounds.
  public FeedsSettings within(Bounds next) {
    return new FeedsSettings(folder, stateFolder, next, hmacKey);
  }

  public FeedsSettings withHops(int hops) {
    return within(bounds.withHops(hops));
  }
}
