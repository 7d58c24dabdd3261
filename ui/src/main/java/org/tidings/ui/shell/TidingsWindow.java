package org.tidings.ui.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Notices;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Outgoing;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.notification.Notifier;
import org.tidings.ui.theme.Appearance;
import org.tidings.ui.theme.Theme;
import org.tidings.ui.transfer.Transfers;
import org.tidings.ui.welcome.RefusedView;
import org.tidings.ui.welcome.WelcomeView;
import org.tidings.ui.welcome.WelcomeViewModel;
import org.tidings.ui.workspace.Preferences;
import org.tidings.ui.workspace.WindowEnvironment;
import org.tidings.ui.workspace.WindowServices;
import org.tidings.ui.workspace.Workspace;

/// The window of the program. Confined to the JavaFX thread.
public final class TidingsWindow {
  private static final Logger log = LoggerFactory.getLogger(TidingsWindow.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Stage stage;
  private final WindowEnvironment environment;
  private final Presence presence;
  private final WindowFrame frame;
  private final StackPane root = new StackPane();
  private final Notices notices = new Notices();
  private final ExecutorService work =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("window-work-", 0).factory());
  private final Background background = new Background(work, this::onScreen);
  private Subscription shell = Subscription.EMPTY;
  private Runnable again = () -> {};
  private Optional<Runnable> leave = Optional.empty();
  private Optional<Shell> shown = Optional.empty();
  private Optional<String> awaited = Optional.empty();

  /// @param end ends the program; run when the window is closed, unless it stays in the tray
  public TidingsWindow(Stage stage, WindowEnvironment environment, Runnable end) {
    this.stage = stage;
    this.environment = environment;
    Scene scene = new Scene(root);
    Theme theme = new Theme(scene);
    Preferences preferences = environment.preferences();
    preferences
        .settingsProperty()
        .map(settings -> settings.appearance().language())
        .subscribe(language -> speak(language, scene));
    preferences
        .settingsProperty()
        .subscribe(
            settings -> {
              Appearance look = settings.appearance();
              theme.show(look.theme(), look.textPercent());
              theme.move(look.motion());
            });
    stage.setScene(scene);
    stage.setTitle(Texts.of("app.name"));
    frame = new WindowFrame(stage);
    preferences.settings().frame().ifPresent(frame::restore);
    presence = new Presence(stage, environment, end);
  }

  /// Shows the window at once, empty, and what it starts with once `content` knows it.
  ///
  /// @param content waits for the folder, off the JavaFX thread
  public void open(Callable<WindowStart> content) {
    stage.show();
    background.ask(
        content,
        this::show,
        problem -> show(new WindowStart.Refused(problem.sentence(), Optional.empty())));
  }

  /// What is answered when the window has closed is told to nobody, who might ask on.
  private void onScreen(Runnable change) {
    FxThread.run(
        () -> {
          if (!work.isShutdown()) {
            change.run();
          }
        });
  }

  private void show(WindowStart start) {
    switch (start) {
      case WindowStart.Ready(WindowServices services) -> enter(services, new Place.Home());
      case WindowStart.FirstStart(var begin, var restoration) ->
          fill(
              new WelcomeView(
                  new WelcomeViewModel(background, restoration, begin, this::enter),
                  environment.installation(),
                  environment.dialogs()));
      case WindowStart.Refused(var sentence, var why) ->
          fill(new RefusedView(sentence, why, environment.installation().folder(), stage::close));
    }
  }

  /// All that is shown is made anew in the language chosen, where the person chose it.
  private void speak(Language language, Scene scene) {
    Texts.speak(language);
    turn(scene);
    again.run();
  }

  /// Has a scene start from the side from which the language is read.
  static void turn(Scene scene) {
    scene.setNodeOrientation(
        Texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
  }

  private void enter(WindowServices services, Place first) {
    Subscription saving = environment.preferences().saveChanges(background, notices::tell);
    Subscription ticking = environment.clock().run(background);
    Transfers transfers =
        new Transfers(services.feeds(), environment.dialogs(), background, notices);
    background.run(environment.installation().dragged()::clear, () -> {}, problem -> {});
    settle(services, transfers, first);
    again = () -> settle(services, transfers, new Place.Settings());
    leave =
        Optional.of(
            () -> {
              shown.ifPresent(Shell::close);
              transfers.close();
              saving.and(ticking).and(shell).unsubscribe();
            });
  }

  /// What waits to be posted in the shell before is not taken back, and goes on counting; a file of
  /// messages goes on, too.
  private void settle(WindowServices services, Transfers transfers, Place first) {
    Optional<Outgoing> waiting = shown.map(Shell::handOver);
    shell.unsubscribe();
    Workspace workspace =
        Workspace.of(services, environment, background, new Navigator(first), notices, transfers);
    Shell made =
        waiting
            .map(outgoing -> new Shell(workspace, new Desk(workspace, outgoing)))
            .orElseGet(() -> new Shell(workspace));
    Notifier notifier = new Notifier(workspace, made.unseen(), presence.inFront(), presence::raise);
    shell =
        Subscription.combine(
            notifier::close, workspace.spelling()::close, workspace.album().pictures()::close);
    presence.enterTray();
    fill(made);
    shown = Optional.of(made);
    awaited.ifPresent(made::follow);
    awaited = Optional.empty();
  }

  private void fill(Parent content) {
    root.getChildren().setAll(content);
  }

  /// Shows a problem above whatever screen there is; from any thread.
  public void tell(Problem problem) {
    FxThread.run(() -> notices.tell(problem));
  }

  /// Brings the window before all others, back from the tray too, and there to where a link leads.
  public void raise(Optional<String> link) {
    presence.raise();
    link.ifPresent(this::follow);
  }

  /// Goes where an `ssb:` link leads, as soon as there is an identity to go there.
  public void follow(String link) {
    shown.ifPresentOrElse(shell -> shell.follow(link), () -> awaited = Optional.of(link));
  }

  /// Stops following what happens, and remembers how the window was; what is being written is kept
  /// as a draft.
  public void close() {
    leave.ifPresent(Runnable::run);
    endWork();
    if (leave.isPresent()) {
      remember();
      takeBackDragged();
    }
  }

  /// What is being written gets its time; a call to somebody who does not answer does not.
  private void endWork() {
    work.shutdown();
    try {
      if (!work.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException e) {
      work.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void takeBackDragged() {
    try {
      environment.installation().dragged().clear();
    } catch (IOException e) {
      log.warn("what was dragged out stays until the window is next opened: {}", e.getMessage());
    }
  }

  private void remember() {
    frame.now().ifPresent(now -> environment.preferences().change(set -> set.withFrame(now)));
    try {
      environment.preferences().save();
    } catch (IOException e) {
      log.warn("the window's place is not remembered: {}", e.getMessage());
    }
  }
}
