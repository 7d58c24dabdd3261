package org.tidings.crypto.box;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.crypto.BothEngines;
import org.tidings.crypto.Vector;
import org.tidings.crypto.engine.Engine;

@BothEngines
record SecretBoxTest(Engine engine) {
  @Test
  void boxOfTheNaclPaperIsMadeAndOpened() {
    Vector paper = Vector.file("classic-crypto.json").object("secretbox");
    madeAndOpened(paper);
  }

  @Test
  void publishedBoxesAreMadeAndOpened() {
    assertThat(Vector.file("keys-and-boxes.json").objects("secretbox"))
        .hasSize(10)
        .allSatisfy(this::madeAndOpened);
  }

  @Test
  void tamperedBoxesStayShut() {
    assertThat(Vector.file("keys-and-boxes.json").objects("secretbox"))
        .allSatisfy(
            each ->
                assertThat(
                        SecretBox.open(
                            each.hex("tampered"), each.hex("nonce"), each.hex("key"), engine))
                    .isEmpty());
  }

  @Test
  void openingLeavesTheBoxAsItWas() {
    byte[] box = SecretBox.seal(new byte[50], new byte[24], new byte[32], engine);
    byte[] before = box.clone();
    assertThat(SecretBox.open(box, new byte[24], new byte[32], engine)).hasValue(new byte[50]);
    assertThat(box).isEqualTo(before);
  }

  @Test
  void everyEngineOpensWhatThePreferredOneSealed() {
    byte[] box = SecretBox.seal(new byte[] {1, 2}, new byte[24], new byte[32]);
    assertThat(SecretBox.open(box, new byte[24], new byte[32], engine)).hasValue(new byte[] {1, 2});
    assertThat(SecretBox.open(box, new byte[24], new byte[32])).hasValue(new byte[] {1, 2});
  }

  private void madeAndOpened(Vector each) {
    byte[] key = each.hex("key");
    byte[] nonce = each.hex("nonce");
    assertThat(SecretBox.seal(each.hex("plain"), nonce, key, engine)).isEqualTo(each.hex("boxed"));
    assertThat(SecretBox.open(each.hex("boxed"), nonce, key, engine)).hasValue(each.hex("plain"));
  }
}
