package org.tidings.ui.peers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.room.Alias;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Question;
import org.tidings.ui.common.Texts;
import org.tidings.ui.workspace.Workspace;

/// The names by which one room knows us. Confined to the screen thread.
public final class AliasViewModel {
  private final Workspace workspace;
  private final FeedId room;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<List<Named>> names = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper untold = new ReadOnlyBooleanWrapper();
  private boolean asked;
  private boolean busy;

  /// A name, and the page where others find us by it.
  public record Named(String name, String link) {}

  public AliasViewModel(Workspace workspace, FeedId room) {
    this.workspace = workspace;
    this.room = room;
    text.subscribe(changed -> problem.set(Optional.empty()));
  }

  /// The name that is wanted.
  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<List<Named>> namesProperty() {
    return names.getReadOnlyProperty();
  }

  /// Whether the room did not tell which names it has for us.
  public ReadOnlyBooleanProperty untoldProperty() {
    return untold.getReadOnlyProperty();
  }

  /// Why the last wish came to nothing.
  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Asks the room, once, for the names it has.
  ///
  /// @param host by which links are made
  public void ask(String host) {
    if (asked) {
      return;
    }
    asked = true;
    workspace
        .background()
        .ask(
            () -> workspace.replication().aliases().list(room),
            found ->
                names.set(found.stream().map(name -> new Named(name, link(name, host))).toList()),
            why -> untold.set(true));
  }

  /// A page of its own for each name, where hosts have names.
  static String link(String name, String host) {
    boolean isNumber = host.contains(":") || host.matches("[0-9.]+");
    return isNumber ? "https://" + host + "/" + name : "https://" + name + "." + host;
  }

  /// Has the room know us by the name in the field.
  public void register() {
    String name = text.get().strip();
    if (busy) {
      return;
    }
    if (!Alias.isName(name)) {
      problem.set(Optional.of(Problem.of(Texts.of("alias.wrong"), Texts.of("alias.wrong.advice"))));
      return;
    }
    busy = true;
    workspace
        .background()
        .ask(
            () -> workspace.replication().aliases().register(room, name),
            page -> registered(new Named(name, page)),
            this::failed);
  }

  private void registered(Named named) {
    busy = false;
    text.set("");
    names.set(Stream.concat(names.get().stream(), Stream.of(named)).distinct().toList());
  }

  /// Gives a name up, once the person has agreed.
  public void revoke(Named named) {
    workspace
        .notices()
        .ask(Question.of("alias.revoke", true, () -> revokeNow(named), named.name()));
  }

  private void revokeNow(Named named) {
    workspace
        .background()
        .run(
            () -> workspace.replication().aliases().revoke(room, named.name()),
            () -> names.set(names.get().stream().filter(one -> !one.equals(named)).toList()),
            this::failed);
  }

  private void failed(Problem why) {
    busy = false;
    problem.set(Optional.of(Problem.of(why.sentence(), Texts.of("alias.failed.advice"))));
  }
}
