package org.mmm.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmm.directory.Buckets;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Question;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;
import org.mmm.service.ServiceMachine;
import org.mmm.service.ServiceMachine.Step;

/**
 * Discover: the buckets of the directory are asked for names of the data type, then the entities. A
 * Parcel is answered one at a time and held for the asker; of everything else all IDs are given, up
 * to a bound. Nothing found is Ack with an empty list.
 */
public final class DiscoveryRules implements ServiceMachine.Rules {
  /** How many IDs one answer gives at most. */
  static final int MOST = 100;

  /** How long a discovered Parcel is held for its discoverer. */
  static final long HOLD_MILLIS = 60_000;

  @Override
  public Step perform(Address self, Call call, Moment now) {
    Optional<String> wanted = dataType(call);
    if (wanted.isEmpty()) {
      return Step.refuse(
          call,
          Reason.FAULTY_PA,
          "Discover needs With and a Discovery Item that names a data type, such as Parcel");
    }
    String dataType = wanted.get();
    boolean land = dataType.equals("Parcel");
    List<With> found = new ArrayList<>();
    int first = Buckets.all().indexOf(Buckets.of(call.subject()));
    for (int i = 0; i < Buckets.COUNT; i++) {
      Address bucket = Buckets.all().get((first + i) % Buckets.COUNT);
      Optional<Finding> names = call.found(Question.NAMES, bucket.id());
      if (names.isEmpty()) {
        return Step.consult(
            Message.consult(
                self, bucket, Question.NAMES, call, new Args.Naming(List.of(dataType), MOST)));
      }
      for (String name : ids(names.get())) {
        if (!land) {
          if (found.size() < MOST) found.add(new With.Named(name, false));
          continue;
        }
        Optional<Finding> held = call.found(Question.HOLD, name);
        if (held.isEmpty()) {
          return Step.consult(
              Message.consult(
                  self,
                  Address.place(name),
                  Question.HOLD,
                  call,
                  new Args.Holding(call.subject(), now.millis() + HOLD_MILLIS)));
        }
        if (held.get().status().acknowledged()) {
          return answer(call, List.of(new With.Named(name, false)));
        }
      }
      if (found.size() >= MOST) break;
    }
    return answer(call, found);
  }

  private static Step answer(Call call, List<With> found) {
    return Step.end(Reply.of(call, PaStatus.ACK).with(Complements.NONE.with(found)));
  }

  private static Optional<String> dataType(Call call) {
    for (With with : call.action().complements().with()) {
      if (with instanceof With.Inline inline) {
        for (String field : List.of("DiscoveryObjectData", "Data", "DataType", "dataType")) {
          JsonNode value = inline.item().path(field);
          JsonNode text = value.isArray() ? value.path(0).path("Data") : value;
          if (text.isTextual()) return Optional.of(text.asText());
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> ids(Finding names) {
    JsonNode data = names.data();
    List<String> ids = new ArrayList<>();
    if (data != null) {
      if (data.isArray()) data.forEach(n -> ids.add(n.asText()));
      else data.fieldNames().forEachRemaining(ids::add);
    }
    return ids;
  }
}
