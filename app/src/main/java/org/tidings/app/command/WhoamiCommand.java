package org.tidings.app.command;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.tidings.app.folder.DataFolder;
import org.tidings.app.owner.Access;
import org.tidings.app.owner.Start.Reach;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SecretFile;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import picocli.CommandLine.Command;

/// Tells the feed id of the identity in the folder.
@Command(name = "whoami", description = "Tells who you are: your feed id.")
final class WhoamiCommand implements Callable<Integer> {
  private final Common common;

  WhoamiCommand(Common common) {
    this.common = common;
  }

  @Override
  public Integer call() throws Exception {
    String id = id();
    if (common.wantsJson()) {
      common.terminal().json(JsonObject.of("id", Json.of(id)));
    } else {
      common.terminal().say(id);
    }
    return Commands.DONE;
  }

  /// Where a store has been made its owner need not be asked: the identity never changes.
  private String id() throws Exception {
    DataFolder folder = common.folder();
    if (Files.exists(folder.database()) && Files.exists(folder.secret())) {
      KeyPair keys = SecretFile.read(folder.secret());
      try {
        return FeedId.of(keys.publicKey().bytes()).toString();
      } finally {
        keys.destroy();
      }
    }
    try (Access access = common.access(new Reach.Offline(false))) {
      return access.id().toString();
    }
  }
}
