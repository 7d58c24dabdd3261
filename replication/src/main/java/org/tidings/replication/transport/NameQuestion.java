package org.tidings.replication.transport;

import java.io.ByteArrayOutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Asks in the words of DNS what addresses a name stands for, and reads the answers (RFC 1035,
/// section 4). A value.
///
/// ```
/// id 2 | flags 2 | questions 2 | answers 2 | authorities 2 | additional 2
/// question: name | type 2 | class 2
/// record:   name | type 2 | class 2 | seconds 4 | length 2 | data
/// ```
record NameQuestion(String name) {
  private static final int ANSWER = 0x8000;
  private static final int INTERNET = 1;
  private static final int IPV4 = 1;
  private static final int IPV6 = 28;
  private static final int KINDS_OF_RECORDS = 3;
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_NAME = 255;
  private static final int ELSEWHERE = 0xc0;

  /// The first bit of the class says that older answers are void.
  private static final int CLASS = 0x7fff;

  NameQuestion {
    name = name.replaceFirst("\\.$", "");
  }

  /// What to send.
  ///
  /// @throws UnknownHostException when nobody can have such a name
  byte[] bytes() throws UnknownHostException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0});
    for (int type : new int[] {IPV4, IPV6}) {
      for (String label : name.split("\\.", -1)) {
        byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 1 || bytes.length > LONGEST_LABEL) {
          throw new UnknownHostException(name);
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
      }
      out.writeBytes(new byte[] {0, 0, (byte) type, 0, INTERNET});
    }
    return out.toByteArray();
  }

  /// The addresses that an answer gives the name; none where it makes no sense.
  ///
  /// @param card the network it came by
  List<InetAddress> answers(ByteBuffer packet, NetworkInterface card) {
    try {
      return read(packet, card);
    } catch (BufferUnderflowException | IllegalArgumentException | UnknownHostException nonsense) {
      return List.of();
    }
  }

  private List<InetAddress> read(ByteBuffer packet, NetworkInterface card)
      throws UnknownHostException {
    packet.getShort();
    boolean isAnswer = (packet.getShort() & ANSWER) != 0;
    int questions = number(packet);
    int records = 0;
    for (int kind = 0; kind < KINDS_OF_RECORDS; kind++) {
      records += number(packet);
    }
    for (int i = 0; i < questions; i++) {
      name(packet);
      packet.getInt();
    }
    List<InetAddress> found = new ArrayList<>();
    for (int i = 0; isAnswer && i < records; i++) {
      boolean isOurs = name(packet).equalsIgnoreCase(name);
      int type = number(packet);
      boolean isInternet = (number(packet) & CLASS) == INTERNET;
      packet.getInt();
      byte[] data = new byte[number(packet)];
      packet.get(data);
      if (isOurs && isInternet && (type == IPV4 || type == IPV6)) {
        found.add(address(data, card));
      }
    }
    return found;
  }

  private static InetAddress address(byte[] data, NetworkInterface card)
      throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress(data);
    return address instanceof Inet6Address && address.isLinkLocalAddress()
        ? Inet6Address.getByAddress(null, data, card.getIndex())
        : address;
  }

  private static int number(ByteBuffer packet) {
    return Short.toUnsignedInt(packet.getShort());
  }

  /// A name, the end of which may stand elsewhere in the packet.
  private static String name(ByteBuffer packet) {
    StringBuilder name = new StringBuilder();
    int after = -1;
    int length = Byte.toUnsignedInt(packet.get());
    for (int steps = 0; length > 0; steps++) {
      if (steps > LONGEST_NAME || name.length() > LONGEST_NAME) {
        throw new IllegalArgumentException("a name without an end");
      }
      if (length >= ELSEWHERE) {
        int there = ((length - ELSEWHERE) << Byte.SIZE) + Byte.toUnsignedInt(packet.get());
        after = after < 0 ? packet.position() : after;
        packet.position(there);
      } else {
        byte[] label = new byte[length];
        packet.get(label);
        name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.UTF_8));
      }
      length = Byte.toUnsignedInt(packet.get());
    }
    if (after >= 0) {
      packet.position(after);
    }
    return name.toString();
  }
}
