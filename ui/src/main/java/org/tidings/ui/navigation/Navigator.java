package org.tidings.ui.navigation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the person is, and the way back. Confined to the JavaFX thread.
public final class Navigator {
  private static final int LONGEST_WAY = 50;

  private final Deque<Place> way = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Place> place;
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<String>> brought =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Starts at `start`.
  public Navigator(Place start) {
    place = new ReadOnlyObjectWrapper<>(start);
  }

  public Place place() {
    return place.get();
  }

  public ReadOnlyObjectProperty<Place> placeProperty() {
    return place.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canGoBackProperty() {
    return canGoBack.getReadOnlyProperty();
  }

  /// Goes to `next`; going where one is changes nothing.
  public void go(Place next) {
    if (next.equals(place.get())) {
      return;
    }
    way.push(place.get());
    if (way.size() > LONGEST_WAY) {
      way.removeLast();
    }
    move(next);
  }

  /// Goes to `next` with a text for whoever takes it there.
  public void bring(Place next, String text) {
    brought.set(Optional.of(text));
    go(next);
  }

  /// A text that was brought along and has not been taken.
  public ReadOnlyObjectProperty<Optional<String>> broughtProperty() {
    return brought.getReadOnlyProperty();
  }

  /// It is where it was meant for.
  public void take() {
    brought.set(Optional.empty());
  }

  /// Goes to `next` from a place that is done with: going back leads past it, and past `next` where
  /// the person came from there.
  public void replace(Place next) {
    while (next.equals(way.peek())) {
      way.pop();
    }
    move(next);
  }

  /// Goes to where the person was before, if anywhere.
  public void back() {
    if (!way.isEmpty()) {
      move(way.pop());
    }
  }

  /// Whether going back would lead to `past`.
  public boolean remembers(Place past) {
    return way.contains(past);
  }

  private void move(Place next) {
    canGoBack.set(!way.isEmpty());
    place.set(next);
  }
}
