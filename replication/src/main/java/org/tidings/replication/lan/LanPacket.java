package org.tidings.replication.lan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.box.SecretBox;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.json.JsonWriter;
import org.tidings.replication.transport.NetAddress;

/// The two forms of an announcement (protocol reference, section 8.2). Bytes in, bytes out.
final class LanPacket {
  /// The most a packet may have: far more than any address needs.
  static final int LONGEST = 1024;

  private static final int SIGNATURE_BYTES = 64;
  private static final int MOST_WAYS = 8;

  private LanPacket() {}

  /// What came in a packet: where somebody is, one address or several.
  ///
  /// @param ways those of one key
  /// @param verified whether the packet was signed with the key they name
  record Sighting(List<NetAddress> ways, boolean verified) {
    Sighting {
      ways = List.copyOf(ways);
    }

    Sighting(NetAddress address, boolean verified) {
      this(List.of(address), verified);
    }

    /// The first of them.
    NetAddress address() {
      return ways.getFirst();
    }
  }

  /// The plain form: the address as text.
  static byte[] plain(NetAddress address) {
    return address.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The sealed form: a box of the address under the network key, and a signature.
  static byte[] sealed(NetAddress address, NetworkKey network, KeyPair self) {
    JsonObject content = JsonObject.of("address", Json.of(address.toString()));
    byte[] box = SecretBox.seal(JsonWriter.compact(content), nonce(network), network.bytes());
    byte[] packet = Arrays.copyOf(box, box.length + SIGNATURE_BYTES);
    byte[] signature = self.sign(JsonWriter.canonical(content));
    System.arraycopy(signature, 0, packet, box.length, SIGNATURE_BYTES);
    return packet;
  }

  /// Reads the plain form; several addresses may come, parted by `;`.
  static Optional<Sighting> readPlain(byte[] packet) {
    return ways(new String(packet, StandardCharsets.UTF_8)).map(ways -> new Sighting(ways, false));
  }

  private static Optional<List<NetAddress>> ways(String text) {
    return NetAddress.parse(text)
        .map(
            first ->
                NetAddress.all(text)
                    .filter(way -> way.key().equals(first.key()))
                    .limit(MOST_WAYS)
                    .toList());
  }

  /// Reads the sealed form; empty when it is of another network, or damaged.
  static Optional<Sighting> readSealed(byte[] packet, NetworkKey network) {
    if (packet.length <= SIGNATURE_BYTES) {
      return Optional.empty();
    }
    int boxLength = packet.length - SIGNATURE_BYTES;
    byte[] signature = Arrays.copyOfRange(packet, boxLength, packet.length);
    return SecretBox.open(Arrays.copyOf(packet, boxLength), nonce(network), network.bytes())
        .flatMap(content -> sighting(content, signature));
  }

  private static Optional<Sighting> sighting(byte[] content, byte[] signature) {
    try {
      Optional<JsonObject> object = Json.parse(content).asObject();
      return object
          .flatMap(json -> json.string("address"))
          .flatMap(LanPacket::ways)
          .map(ways -> new Sighting(ways, isSigned(ways.getFirst(), object.get(), signature)));
    } catch (JsonException notOurs) {
      return Optional.empty();
    }
  }

  private static boolean isSigned(NetAddress address, JsonObject content, byte[] signature) {
    return address.key().verifies(JsonWriter.canonical(content), signature);
  }

  private static byte[] nonce(NetworkKey network) {
    return Arrays.copyOf(network.bytes(), SecretBox.NONCE_BYTES);
  }
}
