package dev.mulligan.runtime.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the catalogues of two versions of an application: which letters of the one can the other
 * still replay? It follows how a replay reads a letter: the call by its identity, arguments by
 * their position, and their fields by name.
 */
public final class CatalogueChanges {
  private final Catalogue before;
  private final Catalogue now;

  private CatalogueChanges(Catalogue before, Catalogue now) {
    this.before = before;
    this.now = now;
  }

  /**
   * Compares two versions.
   *
   * @param before the version that has kept letters
   * @param now the version that is to replay them
   * @return what became of each call of the first that keeps letters, in its order
   */
  public static List<CallChange> between(Catalogue before, Catalogue now) {
    CatalogueChanges changes = new CatalogueChanges(before, now);
    return before.calls().stream().filter(CatalogueCall::keepsLetters).map(changes::of).toList();
  }

  private CallChange of(CatalogueCall old) {
    CatalogueCall same = now.call(old.id());
    CatalogueCall current = same == null ? nearest(old) : same;
    List<String> notes = current == null ? new ArrayList<>() : CallNotes.between(old, current);
    CatalogueParameter secret =
        old.parameters().stream().filter(CatalogueParameter::redacted).findFirst().orElse(null);
    if (secret != null) {
      notes.add("its letters are not replayed by any version: " + secret.name() + " is redacted");
      return new CallChange(old, current, List.of(), "", notes);
    }
    if (same == null) {
      return gone(old, current, notes);
    }
    List<String> reasons = reasons(old, same);
    String advice = reasons.isEmpty() ? "" : Advice.BEFORE;
    if (!same.keepsLetters()) {
      reasons.add(0, "it has no @DeadLetter any more");
      advice = reasons.size() == 1 ? Advice.PUT_BACK : Advice.BEFORE;
    }
    return new CallChange(old, same, reasons, advice, notes);
  }

  /** A call that both versions have is itself, and not what has become of another one. */
  private @Nullable CatalogueCall nearest(CatalogueCall old) {
    return NearestCall.to(
        old, now.calls().stream().filter(call -> before.call(call.id()) == null).toList());
  }

  private CallChange gone(CatalogueCall old, @Nullable CatalogueCall nearest, List<String> notes) {
    List<String> reasons = new ArrayList<>();
    if (nearest == null) {
      reasons.add("the call is gone");
      return new CallChange(old, null, reasons, Advice.BEFORE, notes);
    }
    reasons.add("the call is gone; the nearest is " + nearest.signature());
    List<String> parameters = reasons(old, nearest);
    reasons.addAll(parameters);
    String advice = parameters.isEmpty() ? Advice.giveId(old.id(), nearest) : Advice.BEFORE;
    return new CallChange(old, nearest, reasons, advice, notes);
  }

  private List<String> reasons(CatalogueCall old, CatalogueCall current) {
    List<String> reasons = new ArrayList<>();
    String places = ParameterPlaces.change(old, current);
    if (places != null) {
      reasons.add(places);
      return reasons;
    }
    TypeChanges types = new TypeChanges(before, now);
    for (int i = 0; i < old.parameters().size(); i++) {
      CatalogueParameter parameter = old.parameters().get(i);
      types.add(parameter.name(), parameter.type(), current.parameters().get(i).type());
    }
    reasons.addAll(types.reasons());
    return reasons;
  }
}
