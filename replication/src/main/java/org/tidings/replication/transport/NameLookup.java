package org.tidings.replication.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the addresses of a name, within a time. Thread-safe.
///
/// Each question has a platform thread of its own: the system's resolver knows no time limit, and
/// holds the carrier of a virtual thread that asks it, so that a few names without an answer would
/// stop every connection of a small machine.
public final class NameLookup {
  private final Resolver resolver;

  /// Asks the system.
  public NameLookup() {
    this(InetAddress::getAllByName);
  }

  public NameLookup(Resolver resolver) {
    this.resolver = resolver;
  }

  /// Who knows the addresses, and takes its time.
  @FunctionalInterface
  public interface Resolver {
    /// All addresses of that name.
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /// The addresses of that name.
  ///
  /// @throws ConnectionFailedException when there are none, or none came in time
  public InetAddress[] find(String host, Duration atMost) throws ConnectionFailedException {
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
