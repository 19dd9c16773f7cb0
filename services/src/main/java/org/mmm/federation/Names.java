package org.mmm.federation;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mmm.action.MmmService;
import org.mmm.kernel.RemoteName;
import org.mmm.pa.Complements;
import org.mmm.pa.With;

/**
 * How the names of a sentence are written between M-Instances: each with the M-Instance that it is
 * of.
 *
 * @param self this M-Instance
 */
record Names(String self) {

  /** With our M-Instance behind it, unless it has one. */
  String outward(String name) {
    return RemoteName.is(name) ? name : name + "@" + self;
  }

  /** Without our M-Instance behind it. */
  String inward(String name) {
    return RemoteName.of(name)
        .filter(remote -> remote.instance().equals(self))
        .map(RemoteName::local)
        .orElse(name);
  }

  Complements outward(Complements c) {
    return each(c, this::outward);
  }

  Complements inward(Complements c) {
    return each(c, this::inward);
  }

  /** Items that stand there themselves are what they are. */
  private static Complements each(Complements c, UnaryOperator<String> name) {
    return new Complements(
        c.nil() == null ? null : name.apply(c.nil()),
        all(c.at(), name),
        all(c.by(), by -> MmmService.of(by).isPresent() ? by : name.apply(by)),
        all(c.from(), name),
        all(c.to(), name),
        c.of() == null ? null : name.apply(c.of()),
        c.with().stream()
            .<With>map(
                w ->
                    w instanceof With.Named n
                        ? new With.Named(name.apply(n.id()), n.model())
                        : new With.Inline(((With.Inline) w).item()))
            .toList());
  }

  private static List<String> all(List<String> ids, UnaryOperator<String> name) {
    return ids.stream().map(name).toList();
  }
}
