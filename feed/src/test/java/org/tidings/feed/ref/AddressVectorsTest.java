package org.tidings.feed.ref;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.JsonObject;

/// refs-invites-uris.json, addresses and invites: what the reference library answers. It takes
/// ports nobody can dial (-1, 0 and 65536); we do not, and that is the only difference.
class AddressVectorsTest {

  @TestFactory
  Stream<DynamicTest> addressesAndInvitesAreReadAlike() {
    return Vectors.cases("refs-invites-uris.json", "invitesAndAddresses").stream()
        .map(vector -> DynamicTest.dynamicTest(input(vector), () -> check(vector)));
  }

  private static void check(JsonObject vector) {
    checkAddress(vector);
    checkInvite(vector);
  }

  private static void checkAddress(JsonObject vector) {
    boolean isAddress = vector.bool("isAddress").orElseThrow();
    assertThat(MultiserverAddress.isOne(input(vector))).isEqualTo(isAddress);
    Optional<JsonObject> expected =
        vector.object("parseAddress").filter(_ -> isAddress).filter(AddressVectorsTest::canDial);
    Optional<MultiserverAddress> address = MultiserverAddress.parse(input(vector));
    assertThat(address.map(AddressVectorsTest::text))
        .isEqualTo(expected.map(AddressVectorsTest::text));
  }

  private static void checkInvite(JsonObject vector) {
    Optional<InviteCode> invite = InviteCode.parse(input(vector));
    Optional<String> remote =
        vector
            .object("parseInvite")
            .flatMap(parsed -> parsed.string("remote"))
            .filter(text -> MultiserverAddress.parse(text).isPresent());
    assertThat(invite.map(code -> code.address().withoutSeed().toString())).isEqualTo(remote);
    invite.ifPresent(code -> checkSeed(code, vector));
  }

  private static void checkSeed(InviteCode invite, JsonObject vector) {
    String code = vector.object("parseInvite").orElseThrow().string("invite").orElseThrow();
    assertThat(code).endsWith(invite.address().seed().orElse("="));
    assertThat(InviteCode.parse(invite.toString())).contains(invite);
  }

  private static boolean canDial(JsonObject address) {
    double port = address.number("port").orElseThrow();
    return port >= 1 && port <= 65535;
  }

  private static String text(JsonObject address) {
    return address.string("host").orElseThrow()
        + " "
        + (int) address.number("port").orElseThrow()
        + " "
        + address.string("key").orElseThrow();
  }

  private static String text(MultiserverAddress address) {
    return address.host() + " " + address.port() + " " + address.key();
  }

  private static String input(JsonObject vector) {
    return vector.string("input").orElseThrow();
  }
}
