package org.tidings.replication.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What Java asks for a proxy where a program does not say which, until it is closed.
public final class SystemProxies extends ProxySelector implements AutoCloseable {
  private final ProxySelector before = ProxySelector.getDefault();
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  /// Is asked from now on.
  public SystemProxies() {
    ProxySelector.setDefault(this);
  }

  /// For what a proxy was asked.
  public List<URI> asked() {
    return asked;
  }

  @Override
  public List<Proxy> select(URI uri) {
    asked.add(uri);
    return List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // Nobody is told.
  }

  @Override
  public void close() {
    ProxySelector.setDefault(before);
  }
}
