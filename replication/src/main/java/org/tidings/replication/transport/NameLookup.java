package org.tidings.replication.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the addresses of a name, within a time. Where not all of the internet may be reached
/// directly, names are asked of the local network alone ([LocalNames]): the system's resolver may
/// ask somebody far away, even for a name that ends in `.local`. Thread-safe.
///
/// Each question has a platform thread of its own: the system's resolver knows no time limit, and
/// holds the carrier of a virtual thread that asks it, so that a few names without an answer would
/// stop every connection of a small machine.
public final class NameLookup {
  private final Resolver system;
  private final Resolver nearby;

  /// Asks the system, or the local network alone.
  public NameLookup() {
    this(InetAddress::getAllByName, new LocalNames());
  }

  /// Asks that one in any case.
  public NameLookup(Resolver resolver) {
    this(resolver, resolver);
  }

  NameLookup(Resolver system, Resolver nearby) {
    this.system = system;
    this.nearby = nearby;
  }

  /// Who knows the addresses, and takes its time.
  @FunctionalInterface
  public interface Resolver {
    /// All addresses of that name.
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /// The addresses of that name.
  ///
  /// @param routes whether the system may be asked
  /// @throws ConnectionFailedException when there are none, or none came in time
  public InetAddress[] find(String host, Routes routes, Duration atMost)
      throws ConnectionFailedException {
    Resolver resolver = routes.keepsNamesNearby() ? nearby : system;
    FutureTask<InetAddress[]> question = new FutureTask<>(() -> resolver.resolve(host));
    Thread.ofPlatform().daemon().name("lookup-" + host).start(question);
    try {
      return question.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new ConnectionFailedException(Failure.NAME_UNKNOWN, e);
    } catch (TimeoutException e) {
      throw new ConnectionFailedException(Failure.TIMEOUT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionFailedException(Failure.TIMEOUT, e);
    }
  }
}
