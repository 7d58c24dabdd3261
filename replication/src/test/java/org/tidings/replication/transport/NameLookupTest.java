package org.tidings.replication.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NameLookupTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void aNameThatGetsNoAnswerIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    NameLookup hanging = new NameLookup(host -> answerAfter(never));
    assertThatThrownBy(() -> hanging.find("example.org", Routes.DIRECT, Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.TIMEOUT));
    never.countDown();
  }

  @Test
  void aNameThatIsUnknownIsSaidSo() {
    NameLookup knowing =
        new NameLookup(
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> knowing.find("example.org", Routes.DIRECT, LONG))
        .isInstanceOfSatisfying(
            ConnectionFailedException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.NAME_UNKNOWN));
  }

  @Test
  void theCarriersOfVirtualThreadsAreLeftAlone() throws Exception {
    CompletableFuture<Boolean> virtual = new CompletableFuture<>();
    NameLookup watching =
        new NameLookup(
            host -> {
              virtual.complete(Thread.currentThread().isVirtual());
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                watching.find("example.org", Routes.DIRECT, LONG);
              } catch (ConnectionFailedException e) {
                virtual.completeExceptionally(e);
              }
            });
    assertThat(virtual.get()).isFalse();
  }

  private static InetAddress[] answerAfter(CountDownLatch event) {
    try {
      event.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new InetAddress[0];
  }
}
