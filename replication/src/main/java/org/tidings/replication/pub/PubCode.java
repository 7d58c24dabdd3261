package org.tidings.replication.pub;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tidings.crypto.key.KeyPair;
import org.tidings.feed.ref.InviteCode;
import org.tidings.feed.ref.MultiserverAddress;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.told.Told;
import org.tidings.replication.room.RoomInvite;
import org.tidings.replication.transport.NetAddress;

/// What somebody is given to be followed by a pub, or by a device beside theirs, in a form that can
/// be used from here. Protocol 8.6.
///
/// @param ways where the pub is: one address, or several of a device
/// @param seed of the key to come with, in Base64
/// @param isDevice whether it is somebody's device and no pub
record PubCode(List<NetAddress> ways, String seed, boolean isDevice) {
  /// What a text is.
  sealed interface Reading {
    /// A code.
    record Code(PubCode code) implements Reading {}

    /// Something else.
    ///
    /// @param what says it
    record Other(Told what) implements Reading {}
  }

  PubCode {
    ways = List.copyOf(ways);
  }

  /// Where it is, most likely.
  NetAddress pub() {
    return ways.getFirst();
  }

  /// The same, once it is known where that is.
  PubCode at(NetAddress there) {
    return new PubCode(List.of(there), seed, isDevice);
  }

  /// What it leads to, for people.
  String noun() {
    return isDevice ? "device" : "pub";
  }

  /// The key to come with.
  KeyPair guest() {
    return KeyPair.fromSeed(Base64.getDecoder().decode(seed));
  }

  /// Reads what somebody pasted: any of the written forms, with quotes around it or as an `ssb:`
  /// link.
  static Reading read(String pasted) {
    String text = unquoted(pasted.strip());
    Optional<String> linked = SsbUri.parse(text).flatMap(SsbUri::multiserverAddress);
    String written = linked.orElse(text);
    Optional<String> otherWay = MultiserverAddress.otherWay(written);
    if (otherWay.isPresent()) {
      return new Reading.Other(Told.of(InviteFault.OTHER_WAY, otherWay.get()));
    }
    Optional<MultiserverAddress> address = InviteCode.parse(written).map(InviteCode::address);
    if (address.isEmpty()) {
      return new Reading.Other(Told.of(InviteFault.NO_INVITE));
    }
    boolean isDevice = written.endsWith(InviteDesk.FOR_DEVICE);
    OtherHosts others = isDevice ? OtherHosts.in(written) : new OtherHosts(List.of());
    return read(address.get(), others, isDevice);
  }

  private static Reading read(MultiserverAddress address, OtherHosts others, boolean isDevice) {
    if (address.seed().isEmpty()) {
      return new Reading.Other(Told.of(InviteFault.NO_SECRET, address.toString()));
    }
    if (address.seed().get().equals(RoomInvite.OPEN_SEED)) {
      return new Reading.Other(
          Told.of(InviteFault.TO_A_ROOM, new RoomInvite.Open(at(address)).text()));
    }
    return new Reading.Code(
        new PubCode(others.besides(at(address)), address.seed().get(), isDevice));
  }

  private static NetAddress at(MultiserverAddress address) {
    return new NetAddress(address.host(), address.port(), address.key().key());
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
