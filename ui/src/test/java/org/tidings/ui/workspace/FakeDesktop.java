package org.tidings.ui.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tidings.ui.desktop.DesktopHost;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.desktop.Notification;
import org.tidings.ui.desktop.TrayEntry;

/// A desktop that remembers what it is told. Confined to the screen thread.
public final class FakeDesktop implements DesktopHost {
  private final ReadOnlyObjectWrapper<DesktopOffer> offer =
      new ReadOnlyObjectWrapper<>(new DesktopOffer(true, false));
  private final List<Notification> shown = new ArrayList<>();
  private Optional<TrayEntry> entry = Optional.empty();
  private int withdrawn;
  private boolean unseen;

  /// What there is from now on.
  public void offer(DesktopOffer next) {
    offer.set(next);
  }

  /// The titles of what was shown so far.
  public List<String> titles() {
    return shown.stream().map(Notification::title).toList();
  }

  /// What was shown last.
  public Notification last() {
    return shown.getLast();
  }

  /// How often what was shown was taken away.
  public int withdrawn() {
    return withdrawn;
  }

  /// What can be done in the tray.
  public TrayEntry entry() {
    return entry.orElseThrow();
  }

  /// Whether something waits.
  public boolean isUnseen() {
    return unseen;
  }

  @Override
  public ReadOnlyObjectProperty<DesktopOffer> offerProperty() {
    return offer.getReadOnlyProperty();
  }

  @Override
  public void show(Notification notification) {
    shown.add(notification);
  }

  @Override
  public void withdraw() {
    withdrawn++;
  }

  @Override
  public void inTray(TrayEntry next) {
    entry = Optional.of(next);
  }

  @Override
  public void unseen(boolean something) {
    unseen = something;
  }
}
