package trefas.app.read;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import trefas.app.read.ViewedObject.Right;

/// Access rights in few letters (access_mode of Association LN, IEC 62056-6-2; dossier E11).
///
/// | letters | means                                             |
/// |---------|---------------------------------------------------|
/// | `r` `w` | may be read, written                              |
/// | `x`     | may be called                                     |
/// | `+a` `+e` `+s` | if the request is authenticated, encrypted, signed |
public final class ObjectRights {

    /// From this version of the association on, modes are masks of bits.
    static final int BIT_MASKS = 3;

    static final int READ = 0x01;

    private static final int WRITE = 0x02;
    private static final int AUTHENTICATED = 0x04;
    private static final int ENCRYPTED = 0x08;
    private static final int SIGNED = 0x10;

    private ObjectRights() {}

    /// All attributes in one line; neighbours with equal rights together: `1-3 r, 4 rw`.
    public static String attributes(ViewedObject object, int associationVersion) {
        return grouped(object.attributes(), right -> attribute(right.mode(), associationVersion));
    }

    /// All methods that may be called in one line.
    public static String methods(ViewedObject object, int associationVersion) {
        return grouped(object.methods(), right -> method(right.mode(), associationVersion));
    }

    /// One attribute's right; `-` for none.
    static String attribute(int mode, int associationVersion) {
        if (associationVersion >= BIT_MASKS) {
            String letters = ((mode & READ) != 0 ? "r" : "") + ((mode & WRITE) != 0 ? "w" : "");
            return letters.isEmpty() ? "-" : letters + demands(mode);
        }
        return switch (mode) {
            case 0 -> "-";
            case 1 -> "r";
            case 2 -> "w";
            case 3 -> "rw";
            case 4 -> "r+a";
            case 5 -> "w+a";
            case 6 -> "rw+a";
            default -> "mode " + mode;
        };
    }

    /// One method's right; `-` for none.
    static String method(int mode, int associationVersion) {
        if (associationVersion >= BIT_MASKS) {
            return (mode & READ) != 0 ? "x" + demands(mode) : "-";
        }
        return switch (mode) {
            case 0 -> "-";
            case 1 -> "x";
            case 2 -> "x+a";
            default -> "mode " + mode;
        };
    }

    private static String demands(int mode) {
        return ((mode & AUTHENTICATED) != 0 ? "+a" : "")
                + ((mode & ENCRYPTED) != 0 ? "+e" : "")
                + ((mode & SIGNED) != 0 ? "+s" : "");
    }

    private static String grouped(List<Right> rights, Function<Right, String> words) {
        var parts = new StringJoiner(", ");
        List<Right> run = new ArrayList<>();
        for (Right right : rights) {
            boolean continues = !run.isEmpty()
                    && right.number() == run.getLast().number() + 1
                    && words.apply(right).equals(words.apply(run.getLast()));
            if (!continues && !run.isEmpty()) {
                add(run, words, parts);
                run = new ArrayList<>();
            }
            run.add(right);
        }
        if (!run.isEmpty()) {
            add(run, words, parts);
        }
        return parts.toString();
    }

    private static void add(List<Right> run, Function<Right, String> words, StringJoiner parts) {
        String letters = words.apply(run.getFirst());
        if (!letters.equals("-")) {
            String numbers = run.size() == 1
                    ? Integer.toString(run.getFirst().number())
                    : run.getFirst().number() + "-" + run.getLast().number();
            parts.add(numbers + " " + letters);
        }
    }
}
