package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.CheckLine;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.desktop.DesktopHost;
import org.tidings.ui.desktop.DesktopOffer;
import org.tidings.ui.desktop.DesktopSettings;
import org.tidings.ui.desktop.NotificationKind;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.Workspace;

/// What the desktop around the window is to do; only what it can is offered. Confined to the JavaFX
/// thread.
final class DesktopPane extends VBox {
  private final Preferences preferences;
  private final FlowText none = hint(Texts.of("notify.none"));
  private final VBox notifications = new VBox();
  private final VBox tray = new VBox();

  DesktopPane(Workspace workspace) {
    preferences = workspace.environment().preferences();
    DesktopSettings now = preferences.settings().desktop();
    notifications.getChildren().add(hint(Texts.of("notify.text")));
    notifications.getChildren().addAll(kinds(now));
    notifications.getChildren().addAll(privateText(now));
    notifications.getChildren().add(new QuietHoursLine(preferences));
    notifications.getChildren().add(hint(Texts.of("notify.quiet.text")));
    tray.getChildren().setAll(stay(now), hint(Texts.of("tray.stay.text")));
    getChildren().setAll(none, notifications, tray);
    workspace
        .environment()
        .installation()
        .autostart()
        .map(autostart -> new LoginViewModel(workspace, autostart))
        .ifPresent(login -> getChildren().addAll(login(login)));
    Stream.of(this, notifications, tray)
        .forEach(lines -> lines.getStyleClass().add("settings-lines"));
    DesktopHost desktop = workspace.environment().desktop();
    WhileShown.follow(this, desktop.offerProperty(), this::show);
  }

  private void show(DesktopOffer offer) {
    Shown.when(offer.notifications(), notifications);
    Shown.when(!offer.notifications(), none);
    Shown.when(offer.tray(), tray);
  }

  private List<Node> kinds(DesktopSettings now) {
    return Arrays.stream(NotificationKind.values()).<Node>map(kind -> kind(now, kind)).toList();
  }

  private CheckLine kind(DesktopSettings now, NotificationKind kind) {
    return new CheckLine(
        "notify.kind." + kind.name(),
        now.kinds().contains(kind),
        shown -> change(set -> set.with(kind, shown)));
  }

  private List<Node> privateText(DesktopSettings now) {
    return List.of(
        new CheckLine(
            "notify.privateText",
            now.privateText(),
            shown -> change(set -> set.withPrivateText(shown))),
        hint(Texts.of("notify.privateText.text")));
  }

  private CheckLine stay(DesktopSettings now) {
    return new CheckLine(
        "tray.stay", now.stayInTray(), stays -> change(set -> set.withStayInTray(stays)));
  }

  private void change(UnaryOperator<DesktopSettings> change) {
    preferences.change(set -> set.withDesktop(change.apply(set.desktop())));
  }

  private static List<Node> login(LoginViewModel login) {
    CheckLine line = new CheckLine("login.start", false, login::turn);
    login.onProperty().subscribe(on -> line.box().setSelected(on));
    return List.of(line, hint(Texts.of("login.start.text")));
  }
}
