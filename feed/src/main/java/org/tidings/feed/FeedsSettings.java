package org.tidings.feed;

import java.nio.file.Path;
import java.util.Optional;
import org.tidings.feed.message.HmacKey;

/// Where a person's feeds live and how far they reach.
///
/// @param folder the data folder: `secret`, `tidings.sqlite`, `blobs`
/// @param stateFolder outside the data folder: holds the witness that notices a copied or restored
///     data folder
/// @param hops how far feeds are fetched: 1 is whom we follow, 2 is whom they follow
/// @param hmacKey of a network that mixes a key into its signatures; empty on the main network
public record FeedsSettings(Path folder, Path stateFolder, int hops, Optional<HmacKey> hmacKey) {

  public static final int DEFAULT_HOPS = 2;

  public FeedsSettings {
    if (hops < 0) {
      throw new IllegalArgumentException("hops must not be negative: " + hops);
    }
  }

  /// The main network at the default reach.
  public static FeedsSettings of(Path folder, Path stateFolder) {
    return new FeedsSettings(folder, stateFolder, DEFAULT_HOPS, Optional.empty());
  }

  public FeedsSettings withHops(int hops) {
    return new FeedsSettings(folder, stateFolder, hops, hmacKey);
  }
}
