package org.tidings.ui.workspace;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Requery;
import org.tidings.ui.theme.Appearance;

/// What a person has set about the window, as it is now: a change shows at once and is saved soon
/// after. Confined to the screen thread.
public final class Preferences {
  private static final int TEXT_STEP = 10;

  private final SettingsStore store;
  private final ReadOnlyObjectWrapper<WindowSettings> settings;

  /// Begins with what was saved last.
  public Preferences(SettingsStore store) {
    this.store = store;
    this.settings = new ReadOnlyObjectWrapper<>(store.load());
  }

  public WindowSettings settings() {
    return settings.get();
  }

  public ReadOnlyObjectProperty<WindowSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public void change(UnaryOperator<WindowSettings> change) {
    settings.set(change.apply(settings.get()));
  }

  public void changeAppearance(UnaryOperator<Appearance> change) {
    change(now -> now.withAppearance(change.apply(now.appearance())));
  }

  /// All text so many steps larger, or smaller.
  public void enlargeText(int steps) {
    changeAppearance(now -> now.withTextPercent(now.textPercent() + steps * TEXT_STEP));
  }

  /// All text as large as usual.
  public void usualText() {
    changeAppearance(now -> now.withTextPercent(Appearance.USUAL_TEXT));
  }

  /// Saves each change from now on, until unsubscribed.
  public Subscription saveChanges(Background background, Consumer<Problem> trouble) {
    Requery<WindowSettings> saving = new Requery<>(background, this::saving, saved -> {}, trouble);
    return settings.subscribe((before, after) -> saving.request()).and(saving::close);
  }

  /// Saves now.
  ///
  /// @throws IOException with a sentence for people
  public void save() throws IOException {
    store.save(settings.get());
  }

  private Callable<WindowSettings> saving() {
    WindowSettings changed = settings.get();
    return () -> {
      store.save(changed);
      return changed;
    };
  }
}
