package org.mmm.edge;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.edge.Callers.Caller;
import org.mmm.gateway.Gateway;
import org.mmm.kernel.Address;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;
import org.mmm.rights.Grounds;

/** Reads Items as far as the reader may see them. */
public final class Reading {
  private static final String OPERATOR = "operator";

  private final Gateway gateway;

  public Reading(Gateway gateway) {
    this.gateway = gateway;
  }

  /** The Item of that ID, or why not. */
  CompletionStage<Response> item(Caller caller, String id) {
    return gateway
        .lookup(id)
        .thenCompose(
            name ->
                name.flatMap(n -> place(id, n))
                    .map(address -> item(caller, id, address))
                    .orElseGet(() -> CompletableFuture.completedFuture(unknown("Item", id))));
  }

  /** The Item that is known to live there. */
  CompletionStage<Response> item(Caller caller, String id, Address address) {
    if (caller instanceof Caller.OfProcess reader) {
      Token token = reader.token();
      return gateway.read(
          Address.process(token.process()), new Query.ReadItem(address, token.id()));
    }
    return asOperator(id, address);
  }

  /** The Item of that ID as a Process sees it that another M-Instance vouches for, or why not. */
  CompletionStage<Response> itemForVisitor(String process, String id) {
    return gateway
        .lookup(id)
        .thenCompose(
            name ->
                name.flatMap(n -> place(id, n))
                    .map(at -> gateway.read(Address.process(process), new Query.ReadItem(at, null)))
                    .orElseGet(() -> CompletableFuture.completedFuture(unknown("Item", id))));
  }

  /** Whether that Process takes that token: a refusal if not. */
  CompletionStage<Optional<Response>> refusal(Token token) {
    return gateway
        .read(Address.process(token.process()), new Query.Profile(token.id()))
        .thenApply(told -> told instanceof Response.View ? Optional.empty() : Optional.of(told));
  }

  /** The Item of that ID as the operator sees it, for what all may know of it who see it. */
  CompletionStage<Response> itemAsOperator(String id) {
    return gateway
        .lookup(id)
        .thenCompose(
            name ->
                name.flatMap(n -> place(id, n))
                    .map(address -> asOperator(id, address))
                    .orElseGet(() -> CompletableFuture.completedFuture(unknown("Item", id))));
  }

  /** The Item that lives there, as the operator sees it. */
  public CompletionStage<Response> asOperator(String id, Address address) {
    var sentence = new ProcessAction(OPERATOR, Action.INFORM, Edition.ARC_1_2, Complements.nil(id));
    return gateway.read(address, new Query.Show(sentence, Grounds.NONE, true));
  }

  static Response unknown(String what, String id) {
    return new Response.Refused(
        new PaStatus.Err(Reason.INC_ID, "no " + what + " is called \"" + id + "\""));
  }

  /**
   * Where an Item lives; empty for a Process. A Service as an Item is the place where it receives.
   */
  static Optional<Address> place(String id, Name name) {
    return switch (name.kind()) {
      case ITEM, PLACE -> Optional.of(name.address(id));
      case SERVICE ->
          name.isSession()
              ? Optional.of(name.address(id))
              : MmmService.of(id).map(service -> Address.place(service.id(Edition.ARC_1_2)));
      default -> Optional.empty();
    };
  }
}
