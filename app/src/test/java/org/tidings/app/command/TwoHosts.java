package org.tidings.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Two hosts on one machine, joined by a cable and by nothing else: two network namespaces with a
/// veth pair between them. Nothing leaves the machine. Closing it takes them away.
public final class TwoHosts implements AutoCloseable {
  static final String FIRST_ADDRESS = "10.77.0.1";
  static final String SECOND_ADDRESS = "10.77.0.2";

  /// Prints the process of the second host once the cable is in, and lasts until its input ends.
  private static final String SCRIPT =
      """
      set -e
      unshare -n sleep infinity & other=$!
      trap 'kill $other' EXIT
      until [ "$(readlink /proc/$other/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
      ipv4() {
        $1 sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
        $1 ip link set lo up
        $1 ip addr add $3/24 broadcast 10.77.0.255 dev $2
        $1 ip link set $2 up
        $1 ip route add default dev $2
      }
      ipv6() {
        $1 sysctl -qw net.ipv6.conf.$2.accept_dad=0
        $1 ip link set lo up
        $1 ip link set $2 up
      }
      ip link add v0 type veth peer name w0
      ip link set w0 netns $other
      $FAMILY '' v0 10.77.0.1
      $FAMILY "nsenter -t $other -n" w0 10.77.0.2
      echo $other
      cat > /dev/null
      """;

  private final List<String> unshare;
  private final Process hosts;
  private final long second;

  /// What the hosts speak. With IPv4 there is no IPv6, since npm's ssb-lan cannot broadcast from a
  /// link-local address; with IPv6 there are only those.
  enum Family {
    IPV4,
    IPV6
  }

  /// Sets them up with IPv4.
  TwoHosts() throws IOException {
    this(Family.IPV4);
  }

  /// Sets them up.
  TwoHosts(Family family) throws IOException {
    unshare = unshare().orElseThrow();
    List<String> command = new ArrayList<>(unshare);
    command.addAll(List.of("bash", "-c", SCRIPT));
    ProcessBuilder start =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    start.environment().put("FAMILY", family.name().toLowerCase(Locale.ROOT));
    hosts = start.start();
    BufferedReader out = hosts.inputReader();
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the two hosts could not be set up");
    }
    second = Long.parseLong(line);
  }

  /// How namespaces can be made here: as root, or as root of a user namespace of our own.
  public static Optional<List<String>> unshare() {
    return List.of(List.of("unshare", "-n"), List.of("unshare", "-rn")).stream()
        .filter(command -> runs(command, "true"))
        .findFirst();
  }

  /// Whether the tools to lay the cable are there.
  static boolean hasTools() {
    return runs(List.of("ip"), "-V") && runs(List.of("nsenter"), "--version");
  }

  /// What to put before a command that is to run on the first host.
  List<String> onFirst() {
    return on(hosts.pid());
  }

  /// What to put before a command that is to run on the second host.
  List<String> onSecond() {
    return on(second);
  }

  private List<String> on(long process) {
    List<String> enter = new ArrayList<>(List.of("nsenter", "-t", Long.toString(process), "-n"));
    if (unshare.contains("-rn")) {
      enter.addAll(List.of("-U", "--preserve-credentials"));
    }
    return enter;
  }

  private static boolean runs(List<String> command, String word) {
    List<String> line = new ArrayList<>(command);
    line.add(word);
    try {
      Process process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    hosts.outputWriter().close();
  }
}
