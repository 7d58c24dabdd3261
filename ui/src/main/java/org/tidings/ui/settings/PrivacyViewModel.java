package org.tidings.ui.settings;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SocksProxy;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// By which ways others are reached: only on the local network, through a proxy, or freely; and
/// whether strangers may connect. A change counts at once, and is kept. Confined to the screen
/// thread.
public final class PrivacyViewModel {
  private static final Answer NONE = new Answer(false, "");

  private final Workspace workspace;
  private final StringProperty proxy;
  private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(NONE);

  /// What came of the proxy that was typed.
  ///
  /// @param wrong whether it was none
  public record Answer(boolean wrong, String sentence) {}

  public PrivacyViewModel(Workspace workspace) {
    this.workspace = workspace;
    proxy = new SimpleStringProperty(now().proxy().map(SocksProxy::toString).orElse(""));
    proxy.subscribe(() -> answer.set(NONE));
  }

  /// What counts now.
  public ObservableValue<Routes> routes() {
    return workspace.routes();
  }

  private Routes now() {
    return routes().getValue();
  }

  /// What stands where the proxy is typed, `HOST:PORT`.
  public StringProperty proxyProperty() {
    return proxy;
  }

  public ReadOnlyObjectProperty<Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  /// Has only the local network used, or the internet too.
  public void onlyLocal(boolean only) {
    workspace.changeRoutes(now -> now.localOnly(only));
  }

  /// Has the proxy used for `.onion` addresses alone, or for all of the internet.
  public void onlyOnion(boolean only) {
    workspace.changeRoutes(now -> now.onionOnly(only));
    if (!answer.get().wrong()) {
      answer.set(new Answer(false, used().orElse("")));
    }
  }

  /// Has only people in reach connect, or strangers too.
  public void onlyInReach(boolean only) {
    workspace.changeRoutes(now -> now.onlyInReach(only));
  }

  /// Has the proxy used that was typed; none when the field is empty.
  public void useProxy() {
    String typed = proxy.get().strip();
    Optional<SocksProxy> read = SocksProxy.parse(typed);
    if (read.isEmpty() && !typed.isEmpty()) {
      answer.set(new Answer(true, Texts.of("privacy.proxy.wrong")));
      return;
    }
    workspace.changeRoutes(now -> now.through(read));
    answer.set(new Answer(false, used().orElseGet(() -> Texts.of("privacy.proxy.none"))));
  }

  /// What goes through the proxy now.
  private Optional<String> used() {
    Routes now = now();
    String key = now.onionOnly() ? "privacy.proxy.usedForOnion" : "privacy.proxy.used";
    return now.proxy().map(through -> Texts.of(key, through.toString()));
  }
}
