package org.tidings.app.command;

import java.io.IOException;
import org.tidings.app.owner.Access;

/// Says beside messages handed to a program or a file that some of our own are not among them.
final class LeftOut {
  private LeftOut() {}

  /// Says so of an answer to a program; people are shown everything.
  static void ofAnswer(Access access, Common common) throws IOException, InterruptedException {
    if (common.wantsJson()) {
      say(access, common, "the answer");
    }
  }

  /// Says so if posting is held.
  ///
  /// @param where what they are not in
  static void say(Access access, Common common, String where)
      throws IOException, InterruptedException {
    if (access.node().status().string("publishing").filter("held"::equals).isPresent()) {
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
