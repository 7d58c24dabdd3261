package org.tidings.replication.pub;

import java.util.List;
import java.util.stream.Stream;
import org.tidings.replication.transport.IpLiteral;
import org.tidings.replication.transport.NetAddress;

/// Where else a device is that gave out a code, since it may be on several networks and whoever
/// takes the code on another than the first: `#HOST,HOST` between the code and what says that it is
/// for a device. Programs that know codes read over all that. A value.
///
/// @param hosts addresses in numbers: of no name can be said here who will be asked for it
record OtherHosts(List<String> hosts) {
  /// How many of them are read.
  private static final int MOST = 4;

  OtherHosts {
    hosts = List.copyOf(hosts);
  }

  /// All but the first.
  static OtherHosts of(List<NetAddress> here) {
    return new OtherHosts(here.stream().skip(1).map(NetAddress::host).toList());
  }

  /// Those in a code.
  static OtherHosts in(String code) {
    String[] parts = code.split("#", -1);
    String hosts = parts.length > 2 ? parts[1] : "";
    return new OtherHosts(
        Stream.of(hosts.split(",", -1)).filter(OtherHosts::isNumeric).limit(MOST).toList());
  }

  /// All the ways there.
  ///
  /// @param first the one in the code itself
  List<NetAddress> besides(NetAddress first) {
    return Stream.concat(
            Stream.of(first),
            hosts.stream().map(host -> new NetAddress(host, first.port(), first.key())))
        .distinct()
        .toList();
  }

  /// As it stands in a code; empty where there is none.
  String text() {
    return hosts.isEmpty() ? "" : "#" + String.join(",", hosts);
  }

  private static boolean isNumeric(String host) {
    return IpLiteral.read(host).filter(address -> !address.isMulticastAddress()).isPresent();
  }
}
