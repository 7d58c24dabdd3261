package org.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.Contact;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.muxrpc.Frame;

/// A friend calls us, and ends its stream of EBT but not the connection, as other peers do where
/// two calls have crossed. It does not begin again by itself.
@Timeout(120)
class EbtBegunAgainTest {
  private static final String BOB = FeedId.of(SomeKeys.of("bob").publicKey()).toString();

  @TempDir private Path folder;

  @Test
  void whereTheStreamOfACallerHasEndedWeBeginAnother() throws Exception {
    try (TestPeer alice = TestPeer.start(folder)) {
      alice.feeds().publisher().publish(Contact.follow(FeedId.parse(BOB).orElseThrow()).toJson());
      try (Intruder bob = Intruder.at(alice, SomeKeys.of("bob"))) {
        bob.says().streams(1, Intruder.REPLICATE);
        assertThat(heard(bob, BOB).request()).isEqualTo(-1);
        bob.says().ends(1, "{\"name\":\"Error\",\"message\":\"reconnected to peer\"}");

        int call = heard(bob, "\"replicate\"").request();
        bob.says().streams(-call, "{\"" + BOB + "\":10}");

        assertThat(heard(bob, BOB).request()).isEqualTo(call);
      }
    }
  }

  /// The next frame with those words in it.
  private static Frame heard(Intruder peer, String words) throws IOException {
    Frame frame = peer.says().hears().orElseThrow();
    while (!frame.body().toString().contains(words)) {
      frame = peer.says().hears().orElseThrow();
    }
    return frame;
  }
}
