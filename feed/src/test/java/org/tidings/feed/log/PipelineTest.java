package org.tidings.feed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.message.Checked;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.message.Verdict;

class PipelineTest {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final byte[] NONSENSE = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Origin MALLORY = new Origin.FromPeer(SomeFeed.of("mallory").id());
  private static final Origin BOB = new Origin.FromPeer(SomeFeed.of("bob").id());

  private final Semaphore ready = new Semaphore(0);
  private final Pipeline pipeline = new Pipeline(4, new MessageVerifier()::check, ready::release);

  private static Offer offer(byte[] value) {
    return offer(value, TempFeeds.IMPORT);
  }

  private static Offer offer(byte[] value, Origin origin) {
    return new Offer(value, origin, verdict -> {});
  }

  private List<Offer> take(int count) {
    List<Offer> taken = new ArrayList<>();
    while (taken.size() < count) {
      Optional<Offer> next = pipeline.peek(SECOND);
      if (next.isPresent()) {
        pipeline.remove();
        taken.add(next.get());
      }
    }
    return taken;
  }

  @Test
  void offersComeOutCheckedAndInTheOrderTheyWentIn() throws InterruptedException {
    SomeFeed ann = SomeFeed.of("ann");
    for (int i = 0; i < 500; i++) {
      ann.post("post " + i);
    }
    for (byte[] value : ann.values()) {
      pipeline.put(offer(value));
    }
    List<Long> sequences =
        take(500).stream()
            .map(
                offer ->
                    ((Checked.Genuine) offer.checked().orElseThrow()).message().sequence().value())
            .toList();
    assertThat(sequences).isSorted().doesNotHaveDuplicates().hasSize(500);
    assertThat(pipeline.size()).isZero();
    assertThat(ready.availablePermits()).isPositive();
  }

  @Test
  void aThreadThatUsedUpItsStackGoesOn() throws InterruptedException {
    Runnable deep =
        () -> {
          throw new StackOverflowError("as deep as it goes");
        };
    Pipeline single = new Pipeline(1, new MessageVerifier()::check, deep);
    for (int i = 0; i < 3; i++) {
      single.put(offer(NONSENSE));
      await().until(() -> single.peek(0).isPresent());
      single.remove();
    }
    single.close();
    assertThat(single.size()).isZero();
  }

  /// Where memory is short just when a chunk is taken out.
  private static final class ShortOfMemory extends ArrayDeque<Object> {

    private static final long serialVersionUID = 1L;

    private final AtomicInteger timesLeft = new AtomicInteger(3);

    @Override
    public boolean add(Object chunk) {
      if (timesLeft.getAndDecrement() > 0) {
        throw new OutOfMemoryError("as a test wants it");
      }
      return super.add(chunk);
    }
  }

  @Test
  void aThreadThatLacksMemoryForTheNextChunkGoesOn() throws Exception {
    Pipeline single = new Pipeline(1, new MessageVerifier()::check, ready::release);
    Field chunks = Pipeline.class.getDeclaredField("ordered");
    chunks.setAccessible(true);
    chunks.set(single, new ShortOfMemory());
    single.put(offer(NONSENSE));
    await().until(() -> single.peek(0).isPresent());
    assertThat(single.remove().checked()).isPresent();
    single.close();
  }

  /// What memory did not suffice for is nobody's fault.
  @Test
  void whatUsesUpTheStackIsRefusedAndWhatIsNotCheckedIsNot() {
    Offer deep = offer(new byte[0]);
    assertThat(deep.checked()).isEmpty();
    List<Throwable> bugs = new ArrayList<>();
    Offer.check(
        List.of(deep),
        value -> {
          throw new StackOverflowError("as deep as it goes");
        },
        bugs::add);
    assertThat(bugs).singleElement().isInstanceOf(StackOverflowError.class);
    assertThat(deep.checked()).get().isInstanceOf(Verdict.Malformed.class);
  }

  @Test
  void whoOffersTooMuchWaitsUntilThereIsRoom() {
    AtomicInteger put = new AtomicInteger();
    Thread eager = Thread.ofVirtual().start(() -> putAll(NONSENSE, put));
    await().until(() -> eager.getState() == Thread.State.WAITING && put.get() == Pipeline.MESSAGES);
    int bound = put.get();
    assertThat(bound).isEqualTo(Pipeline.MESSAGES);
    pipeline.free(take(bound));
    await().until(() -> put.get() > bound);
    eager.interrupt();
    await().until(() -> !eager.isAlive());
  }

  @Test
  void oneVerifierGoesOnAloneWhereMuchIsCheckedThatTheWriterHasNotTakenOut()
      throws InterruptedException {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger checked = new AtomicInteger();
    Semaphore permits = new Semaphore(0);
    Function<byte[], Checked> slow =
        value -> {
          inside.incrementAndGet();
          permits.acquireUninterruptibly();
          inside.decrementAndGet();
          checked.incrementAndGet();
          return new Verdict.Forged();
        };
    List<Thread> before = verifiers();
    Pipeline full = new Pipeline(2, slow, ready::release);
    int ahead = 128;
    for (int i = 0; i < 4 * ahead; i++) {
      full.put(offer(new byte[Pipeline.BYTES_AHEAD / ahead]));
    }
    permits.release(2 * ahead);
    await().until(() -> checked.get() == 2 * ahead && areWaiting(before));
    assertThat(inside).hasValue(1);
    permits.release(2 * ahead);
    while (full.size() > 0) {
      full.peek(SECOND).ifPresent(next -> full.remove());
    }
    full.close();
  }

  private static List<Thread> verifiers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("feed-verify-"))
        .toList();
  }

  private static boolean areWaiting(List<Thread> others) {
    return verifiers().stream()
        .allMatch(thread -> others.contains(thread) || thread.getState() == Thread.State.WAITING);
  }

  @Test
  void whoIsInterruptedWhileWaitingTakesNoRoom() throws InterruptedException {
    pipeline.put(offer(new byte[Pipeline.BYTES]));
    Thread interrupted = Thread.ofVirtual().start(() -> putAll(NONSENSE, new AtomicInteger()));
    await().until(() -> interrupted.getState() == Thread.State.WAITING);
    interrupted.interrupt();
    await().until(() -> !interrupted.isAlive());
    pipeline.free(take(1));
    AtomicInteger put = new AtomicInteger();
    Thread eager = Thread.ofVirtual().start(() -> putAll(NONSENSE, put));
    await().untilAsserted(() -> assertThat(put).hasValue(Pipeline.MESSAGES));
    eager.interrupt();
    await().until(() -> !eager.isAlive());
  }

  @Test
  void aPeerHasLittleOnItsWayUntilSomeOfItHasTurnedOutToBeGood() {
    AtomicInteger put = new AtomicInteger();
    Thread eager = Thread.ofVirtual().start(() -> putAll(NONSENSE, MALLORY, put));
    await().untilAsserted(() -> assertThat(put).hasValue(Shares.UNPROVEN));
    pipeline.free(take(Shares.UNPROVEN));
    await().untilAsserted(() -> assertThat(put).hasValue(2 * Shares.UNPROVEN));
    pipeline.free(accepted(take(Shares.UNPROVEN)));
    await().untilAsserted(() -> assertThat(put).hasValue(4 * Shares.UNPROVEN));
    eager.interrupt();
    await().until(() -> !eager.isAlive());
  }

  @Test
  void whoOffersOnManyStreamsLeavesAnotherItsPart() {
    Stream<Origin> offering =
        Stream.concat(Stream.generate(() -> MALLORY).limit(20), Stream.of(BOB));
    List<Thread> all =
        offering
            .map(who -> Thread.ofVirtual().start(() -> putAll(NONSENSE, who, new AtomicInteger())))
            .toList();
    long half = Pipeline.MESSAGES / 2;
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(passOn()).isEqualTo(Map.of(MALLORY, half, BOB, half)));
    all.forEach(Thread::interrupt);
    await().until(() -> all.stream().noneMatch(Thread::isAlive));
  }

  /// Takes in all that is on its way, and answers how much of it is whose.
  private Map<Origin, Long> passOn() {
    List<Offer> taken = accepted(take(pipeline.size()));
    pipeline.free(taken);
    return taken.stream().collect(Collectors.groupingBy(Offer::origin, Collectors.counting()));
  }

  private static List<Offer> accepted(List<Offer> offers) {
    Verdict accepted = new Verdict.Accepted(SomeFeed.of("ann").post("good").asHead());
    offers.forEach(offer -> offer.judged(accepted));
    return offers;
  }

  private void putAll(byte[] value, AtomicInteger put) {
    putAll(value, TempFeeds.IMPORT, put);
  }

  private void putAll(byte[] value, Origin origin, AtomicInteger put) {
    try {
      while (pipeline.put(offer(value, origin))) {
        put.incrementAndGet();
      }
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closingWaitsForWhatWasTakenInAndRefusesTheRest() throws InterruptedException {
    pipeline.put(offer(NONSENSE));
    Thread closing = Thread.ofVirtual().start(pipeline::close);
    await().until(() -> closing.getState() == Thread.State.WAITING);
    assertThat(pipeline.put(offer(NONSENSE))).isFalse();
    take(1);
    await().until(() -> !closing.isAlive());
  }
}
