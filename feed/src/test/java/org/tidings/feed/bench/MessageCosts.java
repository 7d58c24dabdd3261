package org.tidings.feed.bench;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.tidings.crypto.box.PrivateBox;
import org.tidings.crypto.box.RecipientException;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.PublicKey;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.content.ContentParser;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonWriter;
import org.tidings.feed.message.BareSignatures;
import org.tidings.feed.message.Message;
import org.tidings.feed.message.MessageVerifier;
import org.tidings.feed.message.StoredForm;

/// What each thing costs that is done to a message, on one thread: microseconds a message, over the
/// messages of [SomeNetwork].
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class MessageCosts {
  private static final int MESSAGES = 1_000;
  private static final int AUTHORS = 150;
  private static final int FEW = 50;
  private static final int PRIVATE_BYTES = 500;

  private final List<Message> messages = new ArrayList<>();
  private final List<byte[]> stored = new ArrayList<>();
  private final BareSignatures signatures = new BareSignatures();
  private final MessageVerifier verifier = new MessageVerifier();
  private final KeyPair stranger = SomeKeys.of("stranger");
  private final byte[] box = box();

  /// Made once per process, by JMH.
  public MessageCosts() {
    SomeNetwork network = new SomeNetwork(AUTHORS);
    for (int i = 0; i < MESSAGES; i++) {
      Message message = network.next();
      messages.add(message);
      stored.add(StoredForm.of(message));
      if (i < FEW) {
        signatures.add(message.wire());
      }
    }
  }

  private static byte[] box() {
    PublicKey recipient = SomeKeys.of("recipient").publicKey();
    try {
      return PrivateBox.seal(new byte[PRIVATE_BYTES], List.of(recipient), new SecureRandom());
    } catch (RecipientException odd) {
      throw new IllegalStateException(odd);
    }
  }

  @Benchmark
  @OperationsPerInvocation(FEW)
  public void signatureAlone() {
    signatures.checkAll();
  }

  @Benchmark
  @OperationsPerInvocation(FEW)
  public void verify(Blackhole sink) {
    for (Message message : messages.subList(0, FEW)) {
      sink.consume(verifier.verify(message.wire(), Optional.empty()));
    }
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void readJson(Blackhole sink) throws JsonException {
    for (Message message : messages) {
      sink.consume(Json.parse(message.wire()));
    }
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void writeJson(Blackhole sink) {
    messages.forEach(message -> sink.consume(JsonWriter.canonical(message.content())));
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void toStoredForm(Blackhole sink) {
    messages.forEach(message -> sink.consume(StoredForm.of(message)));
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void fromStoredForm(Blackhole sink) throws JsonException {
    for (byte[] form : stored) {
      sink.consume(StoredForm.content(form));
    }
  }

  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public void understand(Blackhole sink) {
    messages.forEach(message -> sink.consume(ContentParser.parse(message.content())));
  }

  @Benchmark
  public void openAnotherPersonsBox(Blackhole sink) {
    sink.consume(PrivateBox.open(box, stranger));
  }
}
