package org.tidings.ui.profile;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import org.tidings.feed.index.Byline;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.workspace.Workspace;

/// Somebody in a list, and what they have to do with it; leads to their profile. Confined to the
/// JavaFX thread.
public final class PersonRow<T> extends KeyedRows.Row<T> {
  private static final double AVATAR = 36;

  private final Function<? super T, Byline> who;
  private final Function<? super T, String> how;
  private final NameLabel name = new NameLabel("", "post-author");
  private final Label words = new Label();

  /// @param how in words, what they have to do with the list
  public PersonRow(
      T item,
      Function<? super T, Byline> who,
      Function<? super T, String> how,
      Workspace workspace) {
    this.who = who;
    this.how = how;
    Byline by = who.apply(item);
    name.setMinWidth(0);
    setHgrow(name, Priority.ALWAYS);
    words.setMinWidth(USE_PREF_SIZE);
    words.getStyleClass().add("hint");
    getChildren().setAll(new AvatarView(AVATAR, by, workspace.album().pictures()), name, words);
    setFillHeight(false);
    getStyleClass().add("person-row");
    Clickable.link(this, by.name(), () -> workspace.navigator().go(new Place.Profile(by.id())));
    show(item);
  }

  @Override
  public void show(T item) {
    name.show(who.apply(item).name());
    words.setText(how.apply(item));
    setAccessibleText(who.apply(item).name() + ", " + words.getText());
  }
}
