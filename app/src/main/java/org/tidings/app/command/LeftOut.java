package org.tidings.app.command;

import java.io.IOException;
import org.tidings.app.owner.Access;

/// Says beside messages handed to a program or a file whether some of our own are not among them,
/// or are although nobody else may have them yet.
final class LeftOut {
  private LeftOut() {}

  /// Says so of an answer to a program; people are shown everything.
  static void ofAnswer(Access access, Common common) throws IOException, InterruptedException {
    if (common.wantsJson()) {
      say(access, common, "the answer");
    }
  }

  /// Says so if it is so.
  ///
  /// @param where what they are or are not in
  static void say(Access access, Common common, String where)
      throws IOException, InterruptedException {
    if (access instanceof Access.Owned(var owner) && owner.feeds().isReadOnly()) {
      common
          .terminal()
          .refuse(
              "All of your own posts are in "
                  + where
                  + ", also those that have never left this device. Import them before you post"
                  + " from anywhere else.");
    } else if (access.node().status().number("withheld").orElse(0) > 0) {
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
