package trefas.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import trefas.quantity.Obis;

/// The answers of `/api/v1` for one meter. Knows no socket.
final class Api {

    static final String METERS = "/api/v1/meters";

    private static final String OBIS_PARAMETER = "obis=";

    private final Desk desk;
    private final Panel grid;
    private final Panel module;
    private final ReentrantLock moving = new ReentrantLock();

    Api(Desk desk) {
        this.desk = desk;
        this.grid = new Panel(desk::controls, desk::set, () -> Json.grid(desk));
        this.module = new Panel(() -> desk.module().controls(), desk::setModule, () -> Json.module(desk.module()));
    }

    /// Whether the meter can be relied on now.
    Answer readiness() {
        return desk.isReady()
                ? Answer.json("{\"status\":\"up\"}")
                : Answer.problem(Answer.UNAVAILABLE, "The meter cannot be relied on now.");
    }

    /// Answers one request.
    ///
    /// @param path decoded, starting with [#METERS]
    /// @param query decoded, empty if there is none
    Answer answer(String method, String path, String query, byte[] body) {
        String[] parts = path.substring(METERS.length()).split("/", -1);
        if (parts.length == 1) {
            return reading(method, () -> Answer.json(Json.meters(desk)));
        }
        if (!parts[0].isEmpty() || !parts[1].equals(desk.serialNumber())) {
            return Answer.problem(
                    Answer.NOT_FOUND, "There is no such meter; this is meter " + desk.serialNumber() + ".");
        }
        String rest = path.substring(METERS.length() + 1 + parts[1].length());
        return switch (rest) {
            case "" -> reading(method, () -> Answer.json(Json.meter(desk)));
            case "/registers" -> reading(method, () -> registers(query));
            case "/buttons/right" -> rightButton(method, body);
            case "/display" ->
                reading(method, () -> Answer.json(Json.display(desk.moment().display())));
            case "/buttons/left" -> method.equals("POST") ? pressLeft(body) : Answer.notAllowed("POST");
            case "/grid" -> panel(method, body, grid);
            case "/module" -> panel(method, body, module);
            default -> nothingHere(path);
        };
    }

    static Answer nothingHere(String path) {
        return Answer.problem(Answer.NOT_FOUND, "There is nothing at " + path + "; /openapi.yaml lists what there is.");
    }

    static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private static Answer reading(String method, Supplier<Answer> answer) {
        return isRead(method) ? answer.get() : Answer.notAllowed("GET, HEAD");
    }

    private Answer rightButton(String method, byte[] body) {
        return switch (method) {
            case "GET", "HEAD" -> Answer.json(Json.rightButton(desk.rightButton()));
            case "POST" -> done(ButtonPress.press(body));
            case "PUT" -> done(ButtonPress.turn(body));
            default -> Answer.notAllowed("GET, HEAD, POST, PUT");
        };
    }

    private Answer done(ButtonPress right) {
        return switch (right) {
            case ButtonPress.Pressed(boolean isLong) ->
                operate(isLong ? ButtonDeed.HOLD_RIGHT : ButtonDeed.PRESS_RIGHT);
            case ButtonPress.Turned(boolean isVertical) ->
                operate(isVertical ? ButtonDeed.UNSEAL_RIGHT : ButtonDeed.SEAL_RIGHT);
            case ButtonPress.Refused(String sentence) -> Answer.problem(Answer.BAD_REQUEST, sentence);
        };
    }

    private Answer operate(ButtonDeed deed) {
        return desk.operate(deed)
                .map(refusal -> Answer.problem(Answer.CONFLICT, refusal))
                .orElseGet(Answer::done);
    }

    private Answer registers(String query) {
        List<RegisterReading> all = desk.registers();
        if (query.isEmpty()) {
            return Answer.json(Json.registers(desk.moment(), all));
        }
        if (!query.startsWith(OBIS_PARAMETER)) {
            return Answer.problem(Answer.BAD_REQUEST, "The only parameter is obis, as in ?obis=1.8.0,2.8.0.");
        }
        var chosen = new ArrayList<RegisterReading>();
        for (String code : query.substring(OBIS_PARAMETER.length()).split(",", -1)) {
            Optional<Obis> obis = Obis.parse(code);
            if (obis.isEmpty()) {
                return Answer.problem(Answer.BAD_REQUEST, "\"" + code + "\" is not an OBIS code such as 1.8.0.");
            }
            Optional<RegisterReading> found = all.stream()
                    .filter(register -> isMeant(register.obis(), obis.get(), code))
                    .findFirst();
            if (found.isEmpty()) {
                return Answer.problem(Answer.NOT_FOUND, "This meter has no register " + code + ".");
            }
            chosen.add(found.get());
        }
        return Answer.json(Json.registers(desk.moment(), chosen));
    }

    private static boolean isMeant(Obis register, Obis asked, String code) {
        return Obis.isShort(code) ? register.shortCode().equals(asked.shortCode()) : register.equals(asked);
    }

    private Answer pressLeft(byte[] body) {
        return switch (ButtonPress.press(body)) {
            case ButtonPress.Pressed(boolean isLong) when isLong -> operate(ButtonDeed.HOLD_LEFT);
            case ButtonPress.Pressed _, ButtonPress.Turned _ -> {
                desk.pressLeft();
                yield Answer.done();
            }
            case ButtonPress.Refused(String sentence) -> Answer.problem(Answer.BAD_REQUEST, sentence);
        };
    }

    /// Controls that are read and moved together.
    ///
    /// @param mover moves one, or says why not
    /// @param json what they and the rest are now
    private record Panel(
            Supplier<List<Control>> controls,
            BiFunction<String, Setting, Optional<String>> mover,
            Supplier<String> json) {

        private Optional<String> set(String id, Setting setting) {
            return mover.apply(id, setting);
        }
    }

    private Answer panel(String method, byte[] body, Panel panel) {
        if (isRead(method)) {
            return Answer.json(panel.json().get());
        }
        return method.equals("PUT") ? change(body, panel) : Answer.notAllowed("GET, HEAD, PUT");
    }

    private Answer change(byte[] body, Panel panel) {
        return switch (GridChange.parse(body, panel.controls().get())) {
            case GridChange.Refused(String sentence) -> Answer.problem(Answer.BAD_REQUEST, sentence);
            case GridChange.Wanted(var settings) ->
                move(settings, panel)
                        .map(refusal -> Answer.problem(Answer.CONFLICT, refusal))
                        .orElseGet(() -> Answer.json(panel.json().get()));
        };
    }

    /// Moves all controls or none: when the desk refuses one, those moved before it go back to where they were. One
    /// change at a time, so that two cannot undo each other.
    ///
    /// @return why not, in one sentence, or empty
    private Optional<String> move(Map<String, Setting> settings, Panel panel) {
        moving.lock();
        try {
            var back = new ArrayDeque<Map.Entry<String, Setting>>();
            List<Control> before = panel.controls().get();
            for (var wanted : settings.entrySet()) {
                Optional<String> refusal = panel.set(wanted.getKey(), wanted.getValue());
                if (refusal.isPresent()) {
                    back.forEach(moved -> panel.set(moved.getKey(), moved.getValue()));
                    return refusal;
                }
                before.stream()
                        .filter(control -> control.id().equals(wanted.getKey()))
                        .forEach(control -> back.push(Map.entry(control.id(), control.setting())));
            }
            return Optional.empty();
        } finally {
            moving.unlock();
        }
    }
}
