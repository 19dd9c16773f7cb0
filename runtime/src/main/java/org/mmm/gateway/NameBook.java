package org.mmm.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Entities;
import org.mmm.kernel.Message;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.Resend;
import org.mmm.kernel.Response;

/**
 * What names were claimed for. A name never changes its meaning, so one that was found is never
 * asked for again while it is remembered; one that was not found may be claimed the next moment.
 */
final class NameBook {
  private final Entities entities;
  private final Directory directory;
  private final Duration timeout;
  private final Resend resend;
  private final Map<String, Name> known;

  NameBook(Entities entities, Directory directory, GatewaySettings settings) {
    this.entities = entities;
    this.directory = directory;
    this.timeout = settings.readTimeout();
    this.resend = settings.resend();
    this.known =
        new LinkedHashMap<>(256, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Name> eldest) {
            return size() > settings.namesAtMost();
          }
        };
  }

  /** The names that are claimed, of these. */
  CompletionStage<Map<String, Name>> resolve(Collection<String> names) {
    Map<String, Name> found = new HashMap<>();
    Map<Address, List<String>> asked = new LinkedHashMap<>();
    for (String name : names) {
      Optional<Name> here = here(name);
      if (here.isPresent()) found.put(name, here.get());
      else asked.computeIfAbsent(directory.bucketOf(name), bucket -> new ArrayList<>()).add(name);
    }
    CompletionStage<Map<String, Name>> all = CompletableFuture.completedFuture(found);
    for (var question : asked.entrySet()) {
      var answer = ask(question.getKey(), new Query.Lookup(question.getValue()));
      all =
          all.thenCombine(
              answer,
              (soFar, more) -> {
                remember(more);
                soFar.putAll(more);
                return soFar;
              });
    }
    return all;
  }

  /** All names of these data types, in no order; none means all types. */
  CompletionStage<Map<String, Name>> listing(List<String> dataTypes) {
    CompletionStage<Map<String, Name>> all = CompletableFuture.completedFuture(new HashMap<>());
    for (Address bucket : directory.buckets()) {
      var answer = ask(bucket, new Query.Names(dataTypes));
      all =
          all.thenCombine(
              answer,
              (soFar, more) -> {
                soFar.putAll(more);
                return soFar;
              });
    }
    return all;
  }

  private Optional<Name> here(String name) {
    if (MmmService.of(name).isPresent()) {
      return Optional.of(new Name(Address.Kind.SERVICE, "Service"));
    }
    Optional<Name> light = MintedName.light(name);
    if (light.isPresent()) return light;
    synchronized (known) {
      return Optional.ofNullable(known.get(name));
    }
  }

  private void remember(Map<String, Name> found) {
    synchronized (known) {
      known.putAll(found);
    }
  }

  private CompletionStage<Map<String, Name>> ask(Address bucket, Query query) {
    return entities
        .ask(bucket, new Message.Read(query), timeout, resend)
        .thenApply(
            response -> {
              if (response instanceof Response.Found found) return found.names();
              throw new IllegalStateException(bucket + " answered " + response + " to " + query);
            });
  }
}
