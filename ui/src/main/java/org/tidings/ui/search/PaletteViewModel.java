package org.tidings.ui.search;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.feed.search.SearchPage;
import org.tidings.ui.common.LatestQuery;
import org.tidings.ui.common.Problem;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.Embedded;
import org.tidings.ui.workspace.Workspace;

/// Finding something and going there: opened from anywhere, answers as one types. Confined to the
/// screen thread.
public final class PaletteViewModel implements AutoCloseable {
  private final Workspace workspace;
  private final Finder finder;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.Unasked());
  private final LatestQuery<Found> query;
  private Optional<SearchPage.Next> next = Optional.empty();
  private boolean entered;

  /// Offers these commands beside what is found.
  public PaletteViewModel(Workspace workspace, List<Command> commands) {
    this.workspace = workspace;
    finder = new Finder(workspace.feeds(), commands);
    query = new LatestQuery<>(workspace.background(), this::show, this::failed);
    typed.subscribe((before, now) -> ask());
    ask();
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /// What stands in the field.
  public StringProperty typedProperty() {
    return typed;
  }

  /// What was found, section by section.
  public ObservableList<Finding> findings() {
    return findings;
  }

  /// Which of the findings Enter opens.
  public ReadOnlyIntegerProperty markedProperty() {
    return marked.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Comes up; what was looked for last is still there, ready to be typed over, and looked for
  /// again: some of it may be gone, or not to be seen any more.
  public void open() {
    if (!open.get()) {
      open.set(true);
      ask();
    }
  }

  /// Goes where a link leads that was opened elsewhere; what leads nowhere is told as if it had
  /// been pasted.
  public void follow(String link) {
    open();
    typed.set(link);
    enter();
  }

  /// Goes away without having led anywhere.
  public void dismiss() {
    entered = false;
    open.set(false);
  }

  /// Marks the finding so many further down, around the ends.
  public void step(int by) {
    if (!findings.isEmpty()) {
      mark(Math.floorMod(marked.get() + by, findings.size()));
    }
  }

  public void mark(int index) {
    marked.set(Math.clamp(index, 0, Math.max(0, findings.size() - 1)));
    if (marked.get() == findings.size() - 1) {
      more();
    }
  }

  /// Goes to what is marked; while the answer is under way, as soon as it is here.
  public void enter() {
    if (outcome.get() instanceof Outcome.Asked) {
      entered = true;
    } else if (!findings.isEmpty()) {
      go(findings.get(marked.get()));
    }
  }

  /// Goes to this finding.
  public void go(Finding finding) {
    switch (finding) {
      case Finding.Doing(var command) -> {
        dismiss();
        command.run().run();
      }
      case Finding.Person(var by, var _, var _) -> visit(new Place.Profile(by.id()));
      case Finding.Channel(var view) -> visit(new Place.Channel(view.name()));
      case Finding.OfPost(var hit) -> visit(new Place.InThread(hit.post().id()));
      case Finding.Message(var id) -> visit(new Place.InThread(id));
      case Finding.Picture(var blob) -> {
        dismiss();
        workspace.album().lightbox().open(List.of(Embedded.of(blob, "")), 0);
      }
      case Finding.Address(var text) -> {
        dismiss();
        workspace.navigator().bring(new Place.Peers(), text);
      }
      case Finding.Unopenable unopenable -> {}
    }
  }

  private void visit(Place place) {
    dismiss();
    workspace.navigator().go(place);
  }

  /// Continues the posts, if there are more.
  public void more() {
    next.ifPresent(
        place -> {
          Typed now = Typed.of(typed.get());
          next = Optional.empty();
          workspace
              .background()
              .ask(
                  () -> finder.more(now, place),
                  found -> append(now, found),
                  workspace.notices()::tell);
        });
  }

  private void ask() {
    Typed now = Typed.of(typed.get());
    entered = false;
    next = Optional.empty();
    if (now.isEmpty()) {
      query.cancel();
      findings.setAll(finder.everything());
      marked.set(0);
      outcome.set(new Outcome.Unasked());
    } else {
      outcome.set(new Outcome.Asked());
      query.ask(() -> finder.find(now));
    }
  }

  private void show(Found found) {
    next = found.next();
    if (!findings.equals(found.findings())) {
      findings.setAll(found.findings());
      marked.set(0);
    }
    outcome.set(found.outcome());
    if (entered) {
      entered = false;
      enter();
    }
  }

  private void append(Typed asked, Found found) {
    if (asked.equals(Typed.of(typed.get()))) {
      next = found.next();
      findings.addAll(found.findings().stream().filter(one -> !findings.contains(one)).toList());
    }
  }

  private void failed(Problem problem) {
    findings.clear();
    outcome.set(new Outcome.Failed(problem));
  }

  @Override
  public void close() {
    query.cancel();
  }
}
