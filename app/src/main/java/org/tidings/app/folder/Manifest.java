package org.tidings.app.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tidings.crypto.key.DurableFile;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonWriter;

/// What programs of ours may call: `manifest.json`, in which tools made for ssb-server look for it.
/// It stays when nobody runs, as theirs does.
public final class Manifest {
  private Manifest() {}

  /// Leaves it in the folder, unless it is there already.
  public static void write(DataFolder folder, Json manifest) throws IOException {
    Path file = folder.manifest();
    byte[] text = JsonWriter.canonical(manifest);
    if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), text)) {
      DurableFile.replace(file, text);
    }
  }
}
