package org.tidings.replication.lan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.NetAddress;

/// Both forms of an announcement.
class LanPacketTest {
  private static final KeyPair ALICE = SomeKeys.of("alice");
  private static final NetAddress ADDRESS = new NetAddress("192.168.1.10", 8008, ALICE.publicKey());

  /// A packet of ssb-lan for
  /// `net:192.168.1.10:8008~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=`.
  private static final String REFERENCE =
      "86456672be8a41331b3d9a402a5ae706cf3135a37ef849e15892c7d88e47f673afe1b1738e4fb7fa92489075dbaf"
          + "7a5f956726468164e6c5005354df1347094286034af101ea16994ae28a434570ba10dbf3eff175edb4058d98"
          + "dd2d029130c09bfd1785ae0766a061d6b1207ece25bded32858aa27c35220778b8480e0b871fd3ebb5975cc9"
          + "5bba6a3c9a082947356a702d1a0d5a8e3f1a29c0967c148463f97921d705";

  @Test
  void thePlainFormIsTheAddress() {
    assertThat(new String(LanPacket.plain(ADDRESS), UTF_8)).isEqualTo(ADDRESS.toString());
    assertThat(LanPacket.readPlain(LanPacket.plain(ADDRESS)))
        .hasValue(new Sighting(ADDRESS, false));
  }

  @Test
  void thePlainFormMayListSeveralAddresses() {
    String list = "ws://192.168.1.10:8989~shs:" + ALICE.publicKey().base64() + ";" + ADDRESS;
    assertThat(LanPacket.readPlain(list.getBytes(UTF_8))).hasValue(new Sighting(ADDRESS, false));
    NetAddress other = new NetAddress("10.0.0.7", 8008, ADDRESS.key());
    NetAddress ofAnother = new NetAddress("10.0.0.8", 8008, SomeKeys.of("bob").publicKey());
    String several = ADDRESS + ";" + ofAnother + ";" + other;
    assertThat(LanPacket.readPlain(several.getBytes(UTF_8)))
        .hasValue(new Sighting(List.of(ADDRESS, other), false));
  }

  @Test
  void thePacketOfTheReferenceIsReadAndVerified() {
    Sighting sighting =
        LanPacket.readSealed(HexFormat.of().parseHex(REFERENCE), NetworkKey.MAIN).orElseThrow();
    assertThat(sighting.verified()).isTrue();
    assertThat(sighting.address())
        .hasToString("net:192.168.1.10:8008~shs:A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=");
  }

  @Test
  void theSealedFormIsReadByThoseOfTheSameNetworkOnly() {
    byte[] packet = LanPacket.sealed(ADDRESS, NetworkKey.MAIN, ALICE);
    assertThat(LanPacket.readSealed(packet, NetworkKey.MAIN)).hasValue(new Sighting(ADDRESS, true));
    assertThat(LanPacket.readSealed(packet, NetworkKey.of(new byte[32]))).isEmpty();
  }

  @Test
  void anAddressSignedByAnotherIsNotVerified() {
    byte[] packet = LanPacket.sealed(ADDRESS, NetworkKey.MAIN, SomeKeys.of("mallory"));
    assertThat(LanPacket.readSealed(packet, NetworkKey.MAIN))
        .hasValue(new Sighting(ADDRESS, false));
  }

  @Test
  void nonsenseIsNoAnnouncement() {
    for (int length : new int[] {0, 1, 63, 64, 65, 100, LanPacket.LONGEST}) {
      assertThat(LanPacket.readPlain(new byte[length])).isEmpty();
      assertThat(LanPacket.readSealed(new byte[length], NetworkKey.MAIN)).isEmpty();
    }
  }
}
