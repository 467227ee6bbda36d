package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of Arbitrator, class 68 (IEC 62056-6-2): several actors ask for actions, each with a permission and a
/// weight for every action; the action with the highest sum of weights wins. Two equal sums decide nothing.
///
/// @param actions what can be asked for
/// @param permissions bit n of row a: actor a may ask for action n
/// @param weightings row a, column n: how much actor a counts for action n
/// @param requests bit n of row a: actor a asked for action n most recently
/// @param lastOutcome number of the action that won last, from 1; 0 for none
public record Arbitrator(
        List<ActionItem> actions,
        List<Integer> permissions,
        List<List<Integer>> weightings,
        List<Integer> requests,
        int lastOutcome) {

    public static final int ACTIONS_MAX = 16;
    public static final int ACTORS_MAX = 16;

    public static final Arbitrator EMPTY = new Arbitrator(List.of(), List.of(), List.of(), List.of(), 0);

    public Arbitrator {
        actions = List.copyOf(actions);
        permissions = List.copyOf(permissions);
        weightings = weightings.stream().map(List::copyOf).toList();
        requests = List.copyOf(requests);
    }

    /// What one request did.
    ///
    /// @param action the action to execute now, or empty
    public record Step(Arbitrator arbitrator, Optional<ActionItem> action) {}

    /// Takes a request. Empty when there is no such actor.
    ///
    /// @param actor counts from 1 (our choice, as last_outcome does)
    /// @param wanted bit n: action n
    public Optional<Step> request(int actor, int wanted) {
        if (actor < 1 || actor > permissions.size()) {
            return Optional.empty();
        }
        var asked = new ArrayList<Integer>(permissions.size());
        for (int i = 0; i < permissions.size(); i++) {
            asked.add(i == actor - 1 ? (Integer) wanted : (Integer) requestOf(i));
        }
        int outcome = outcome(asked);
        var next = new Arbitrator(actions, permissions, weightings, asked, outcome);
        return Optional.of(new Step(
                next,
                outcome == 0
                        ? Optional.empty()
                        : Optional.of(actions.get(outcome - 1)).filter(action -> !action.isNone())));
    }

    /// Forgets what was asked and what came of it.
    public Arbitrator reset() {
        return new Arbitrator(actions, permissions, weightings, List.of(), 0);
    }

    private int requestOf(int actor) {
        return actor < requests.size() ? requests.get(actor) : 0;
    }

    private int outcome(List<Integer> asked) {
        long best = 0;
        int winner = 0;
        for (int action = 0; action < actions.size(); action++) {
            long sum = 0;
            for (int actor = 0; actor < asked.size(); actor++) {
                if ((asked.get(actor) & permissions.get(actor) & (1 << action)) != 0) {
                    sum += weight(actor, action);
                }
            }
            if (sum > best) {
                best = sum;
                winner = action + 1;
            } else if (sum == best) {
                winner = 0;
            }
        }
        return winner;
    }

    private int weight(int actor, int action) {
        return actor < weightings.size() && action < weightings.get(actor).size()
                ? weightings.get(actor).get(action)
                : 0;
    }
}
