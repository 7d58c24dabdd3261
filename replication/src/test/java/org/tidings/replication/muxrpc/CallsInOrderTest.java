package org.tidings.replication.muxrpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Calls that begin in the order in which they are made.
@Timeout(60)
class CallsInOrderTest extends Scripted {
  private final Semaphore go = new Semaphore(0);

  @Override
  Procedures procedures() {
    return Procedures.of(
        Procedure.stream(
            Method.source("listen").inOrder(),
            (call, stream) -> {
              seen.add("opened");
              go.acquire();
              seen.add("listens");
              stream.begun();
              new CountDownLatch(1).await();
            }),
        Procedure.async(
            Method.async("act").inOrder(),
            call -> {
              seen.add("acts");
              go.acquire();
              seen.add("acted");
              return Body.text("done");
            }),
        Procedure.async(
            Method.async("hello"),
            call -> {
              seen.add("hello");
              return Body.text("hello");
            }));
  }

  @Test
  void aStreamListensBeforeWhatIsCalledAfterItBegins() throws Exception {
    peer.streams(1, open("listen", "source"));
    assertThat(seen.take()).isEqualTo("opened");
    calls(2, "act");
    calls(3, "hello");
    assertThat(seen.take()).isEqualTo("hello");
    go.release(2);
    assertThat(seen.take()).isEqualTo("listens");
    assertThat(seen.take()).isEqualTo("acts");
  }

  @Test
  void oneIsAnsweredBeforeTheNextBegins() throws Exception {
    calls(1, "act");
    calls(2, "act");
    calls(3, "hello");
    assertThat(peer.hearsFrame()).isEqualTo("-3 hello");
    go.release();
    assertThat(peer.hearsFrame()).isEqualTo("-1 done");
    go.release();
    assertThat(peer.hearsFrame()).isEqualTo("-2 done");
    seen.remove("hello");
    assertThat(seen).containsExactly("acts", "acted", "acts", "acted");
  }

  @Test
  void oneThatIsCancelledBeforeItBeganKeepsNoOtherBack() throws Exception {
    peer.streams(1, open("listen", "source"));
    assertThat(seen.take()).isEqualTo("opened");
    peer.ends(1, "true");
    calls(2, "act");
    assertThat(seen.take()).isEqualTo("acts");
  }

  private void calls(int number, String name) throws Exception {
    peer.says(number, "{\"name\":[\"" + name + "\"],\"args\":[]}");
  }
}
