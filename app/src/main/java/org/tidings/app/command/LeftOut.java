package org.tidings.app.command;

import java.io.IOException;
import org.tidings.app.owner.Access;
import org.tidings.feed.json.JsonObject;

/// Says beside messages handed to a program or a file whether some of our own are not among them,
/// or are although nobody else may have them yet.
final class LeftOut {
  private LeftOut() {}

  /// Says so of an answer to a program; people are shown everything.
  static void ofAnswer(Access access, Common common) throws IOException, InterruptedException {
    if (common.wantsJson()) {
      ofAnswer(access, common, access.node().status());
    }
  }

  /// The same where the status was asked for already.
  static void ofAnswer(Access access, Common common, JsonObject status) {
    if (common.wantsJson()) {
      say(access, common, status, "the answer");
    }
  }

  /// Says so of a file.
  static void ofFile(Access access, Common common) throws IOException, InterruptedException {
    say(access, common, access.node().status(), "the file");
  }

  private static void say(Access access, Common common, JsonObject status, String where) {
    if (access instanceof Access.Owned(var owner) && owner.feeds().isReadOnly()) {
      common
          .terminal()
          .refuse(
              "All of your own posts are in "
                  + where
                  + ", also those that have never left this device. Import them before you post"
                  + " from anywhere else.");
    } else if (status.number("withheld").orElse(0) > 0) {
      common
          .terminal()
          .refuse(
              "Posting is held: those of your own posts that have never left this device are not in"
                  + " "
                  + where
                  + ".");
    }
  }
}
