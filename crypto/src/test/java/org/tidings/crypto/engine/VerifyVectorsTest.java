package org.tidings.crypto.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;

/// The published signatures, easy and treacherous ones: both engines must judge as libsodium does.
@BothEngines
record VerifyVectorsTest(Engine engine) {
  @Test
  void verdictsAreThoseOfLibsodium() {
    List<Vector> cases = Vector.file("ed25519-verify.json").objects("cases");
    assertThat(cases)
        .hasSize(19)
        .allSatisfy(
            each ->
                assertThat(engine.verifies(each.hex("pk"), each.hex("msg"), each.hex("sig")))
                    .as(each.text("desc"))
                    .isEqualTo(each.object("accepts").flag("libsodium")));
  }

  @Test
  void wycheproofSignaturesAreJudgedRight() {
    List<Vector> groups =
        Vector.file("external/wycheproof/ed25519_test.json").objects("testGroups");
    assertThat(groups)
        .allSatisfy(
            group ->
                assertThat(group.objects("tests"))
                    .allSatisfy(each -> judgedRight(group.object("publicKey").hex("pk"), each)));
    assertThat(groups.stream().mapToInt(group -> group.objects("tests").size()).sum())
        .isEqualTo(151);
  }

  @Test
  void onlyTheSpeccheckSignatureLibsodiumAcceptsIsAccepted() {
    List<Vector> cases = Vector.file("external/ed25519-speccheck/cases.json").objects("cases");
    List<Integer> accepted =
        IntStream.range(0, cases.size())
            .filter(i -> speccheckAccepts(cases.get(i)))
            .boxed()
            .toList();
    assertThat(cases).hasSize(12);
    assertThat(accepted).containsExactly(3);
  }

  private boolean speccheckAccepts(Vector each) {
    return engine.verifies(each.hex("pub_key"), each.hex("message"), each.hex("signature"));
  }

  private void judgedRight(byte[] publicKey, Vector each) {
    assertThat(engine.verifies(publicKey, each.hex("msg"), each.hex("sig")))
        .as(each.number("tcId") + " " + each.text("comment"))
        .isEqualTo(each.text("result").equals("valid"));
  }
}
