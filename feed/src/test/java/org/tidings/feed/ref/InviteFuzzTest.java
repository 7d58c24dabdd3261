package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.crypto.fuzz.FuzzCorpus;
import org.tidings.feed.Vectors;

/// Whatever the text: an invite or address that is read can be written and read again.
public class InviteFuzzTest {

  /// Before the first input, so that classes are loaded on nobody's time.
  public static void fuzzerInitialize() {
    seeds().forEach(InviteFuzzTest::fuzzerTestOneInput);
  }

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    InviteCode.parse(text)
        .ifPresent(code -> assertThat(InviteCode.parse(code.toString())).contains(code));
    Optional<MultiserverAddress> address = MultiserverAddress.parse(text);
    address.ifPresent(InviteFuzzTest::comesBack);
    assertThat(address.isEmpty() || MultiserverAddress.isOne(text)).isTrue();
  }

  /// The published invites and addresses.
  public static List<byte[]> seeds() {
    return Vectors.cases("refs-invites-uris.json", "invitesAndAddresses").stream()
        .map(vector -> vector.string("input").orElseThrow())
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> nothingFoundSoFarBreaksIt() {
    return FuzzCorpus.replay(InviteFuzzTest.class, InviteFuzzTest::fuzzerTestOneInput);
  }

  private static void comesBack(MultiserverAddress address) {
    assertThat(MultiserverAddress.parse(address.toString())).contains(address);
    assertThat(MultiserverAddress.parse(address.withoutSeed().toString()))
        .contains(address.withoutSeed());
  }
}
