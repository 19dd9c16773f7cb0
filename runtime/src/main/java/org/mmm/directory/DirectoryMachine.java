package org.mmm.directory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mmm.action.MmmService;
import org.mmm.intent.Horizon;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Frame;
import org.mmm.kernel.Machine;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.kernel.Outcome;
import org.mmm.kernel.Query;
import org.mmm.kernel.Question;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

/**
 * One bucket of the directory. A name is claimed before the entity that it names exists, and never
 * reused; so whoever was told what it names may remember it for good.
 */
public final class DirectoryMachine implements Machine<DirectoryState, DirectoryEvent> {
  /** The longest name, in UTF-16 code units. */
  public static final int NAME_LENGTH = 128;

  /** How many names one listing of a bucket has at most, the first in the order of the alphabet. */
  public static final int LISTED_AT_MOST = 10_000;

  private final Address self;

  public DirectoryMachine(Address self) {
    this.self = self;
  }

  @Override
  public DirectoryState empty() {
    return DirectoryState.EMPTY;
  }

  @Override
  public DirectoryState apply(DirectoryState state, DirectoryEvent event) {
    return state.apply(event);
  }

  @Override
  public Outcome<DirectoryEvent> on(DirectoryState state, Message message, Moment now) {
    if (message instanceof Message.Consult consult) return consulted(state, consult, now);
    if (message instanceof Message.Read read) {
      return Outcome.<DirectoryEvent>nothing().respond(read(state, read.query()));
    }
    return Outcome.nothing();
  }

  private Outcome<DirectoryEvent> consulted(
      DirectoryState state, Message.Consult consult, Moment now) {
    if (consult.question() == Question.CLAIM && consult.args() instanceof Args.Claiming claiming) {
      return claim(state, consult, claiming, now);
    }
    if (consult.question() == Question.NAMES && consult.args() instanceof Args.Naming naming) {
      var names = JsonNodeFactory.instance.arrayNode();
      listed(state, naming.dataTypes(), naming.atMost()).keySet().forEach(names::add);
      return answer(consult, Finding.yes(Question.NAMES, self.id()).with(names));
    }
    return answer(
        consult,
        Finding.of(
            consult.question(),
            self.id(),
            PaStatus.err(Reason.FAULTY_PA, "the directory does not know that question")));
  }

  private Outcome<DirectoryEvent> claim(
      DirectoryState state, Message.Consult consult, Args.Claiming claiming, Moment now) {
    Call call = consult.call();
    String name = claiming.name();
    DirectoryState.Claim before = state.claims().get(name);
    if (before != null && before.by().equals(call.id())) {
      return answer(consult, Finding.yes(Question.CLAIM, name));
    }
    if (before != null && !again(before, consult, claiming)) {
      return refuse(consult, name, Reason.CLASH, "the name " + name + " is taken");
    }
    if (before != null && before.by().seq() >= call.settledBelow()) {
      String open = "the name " + name + " is that of a request which is still being settled";
      return refuse(consult, name, Reason.UNABLE, open);
    }
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      String rule = "a name has 1 to " + NAME_LENGTH + " characters, had " + name.length();
      return refuse(consult, name, Reason.FAULTY_PA, rule);
    }
    if (MmmService.of(name).isPresent() && call.id().subject().kind() != Address.Kind.WORLD) {
      return refuse(consult, name, Reason.CLASH, "the name " + name + " is that of a Service");
    }
    if (Horizon.passed(call, now)) {
      return refuse(consult, name, Reason.UNABLE, "the request ran out before it took " + name);
    }
    Outcome<DirectoryEvent> taken = answer(consult, Finding.yes(Question.CLAIM, name));
    return call.dryRun()
        ? taken
        : taken.persist(new DirectoryEvent.Claimed(name, claiming.as(), call.id(), now.hlc()));
  }

  /**
   * Whether an Item that was never born asks for its own name, for the same subject as before. What
   * claimed it then was never performed, so nothing bears the name; a request that is repeated
   * after that must not find its own name taken.
   */
  private static boolean again(
      DirectoryState.Claim before, Message.Consult consult, Args.Claiming claiming) {
    List<Frame> path = consult.path();
    return path.size() == 1
        && path.get(0).to().equals(claiming.as().address(claiming.name()))
        && before.as().equals(claiming.as())
        && before.by().subject().equals(consult.call().id().subject());
  }

  private static Outcome<DirectoryEvent> refuse(
      Message.Consult consult, String name, Reason reason, String detail) {
    return answer(consult, Finding.of(Question.CLAIM, name, PaStatus.err(reason, detail)));
  }

  private static Outcome<DirectoryEvent> answer(Message.Consult consult, Finding finding) {
    return Outcome.<DirectoryEvent>nothing().send(consult.answer(finding));
  }

  private static Response read(DirectoryState state, Query query) {
    if (query instanceof Query.Lookup lookup) {
      Map<String, Name> found = new LinkedHashMap<>();
      for (String name : lookup.names()) {
        DirectoryState.Claim claim = state.claims().get(name);
        if (claim != null) found.put(name, claim.as());
      }
      return new Response.Found(found);
    }
    if (query instanceof Query.Names names) {
      return new Response.Found(listed(state, names.dataTypes(), LISTED_AT_MOST));
    }
    return new Response.Refused(
        PaStatus.err(Reason.FAULTY_PA, "the directory tells names, and nothing else"));
  }

  private static Map<String, Name> listed(
      DirectoryState state, Collection<String> dataTypes, int atMost) {
    Stream<Map.Entry<String, DirectoryState.Claim>> all = state.claims().entrySet().stream();
    List<Map.Entry<String, DirectoryState.Claim>> fitting =
        all.filter(e -> dataTypes.isEmpty() || dataTypes.contains(e.getValue().as().dataType()))
            .sorted(Map.Entry.comparingByKey())
            .limit(atMost)
            .toList();
    Map<String, Name> names = new LinkedHashMap<>();
    fitting.forEach(e -> names.put(e.getKey(), e.getValue().as()));
    return names;
  }
}
