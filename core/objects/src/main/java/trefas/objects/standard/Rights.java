package trefas.objects.standard;

import java.util.Arrays;
import trefas.cosem.AccessRight;
import trefas.cosem.InterfaceClass;
import trefas.cosem.Protection;

/// What one client may do with one object, attribute by attribute and method by method. Written as words: a letter
/// and the numbers it is for.
///
/// | word         | right                                                              |
/// |--------------|--------------------------------------------------------------------|
/// | `r2`, `r2-5` | read, in clear                                                     |
/// | `w3,4`       | write, in clear                                                    |
/// | `x1`         | call, in clear                                                     |
/// | `R W X`      | the same, protected as [ClientRole#protection] says                |
/// | `r*`         | all attributes or methods of the class                             |
///
/// An attribute has one mode for reading and writing, as object_list shows it: protection that writing asks for is
/// asked for reading too. `logical_name` can be read wherever anything is allowed.
public final class Rights {

    /// Nothing is allowed, and the object is not shown.
    public static final Rights NONE = new Rights(new int[0], new int[0]);

    private final int[] attributes;
    private final int[] methods;

    private Rights(int[] attributes, int[] methods) {
        this.attributes = attributes;
        this.methods = methods;
    }

    /// Reads the words; a typo is our bug, so it throws.
    static Rights of(InterfaceClass interfaceClass, Protection protection, String words) {
        int[] attributes = new int[interfaceClass.attributes().size()];
        int[] methods = new int[interfaceClass.methods().size()];
        for (String word : words.isBlank() ? new String[0] : words.strip().split(" +")) {
            AccessRight plain = switch (Character.toLowerCase(word.charAt(0))) {
                case 'r' -> AccessRight.READABLE;
                case 'w' -> AccessRight.WRITABLE;
                case 'x' -> AccessRight.CALLABLE;
                default -> throw new IllegalArgumentException("a right is r, w or x: " + word);
            };
            boolean isProtected = Character.isUpperCase(word.charAt(0));
            AccessRight right = isProtected ? plain.protectedBy(protection) : plain;
            int[] target = Character.toLowerCase(word.charAt(0)) == 'x' ? methods : attributes;
            grant(target, word.substring(1), right);
        }
        boolean isVisible = Arrays.stream(attributes).anyMatch(mask -> mask != 0)
                || Arrays.stream(methods).anyMatch(mask -> mask != 0);
        if (!isVisible) {
            return NONE;
        }
        attributes[0] |= AccessRight.READABLE.mask();
        return new Rights(attributes, methods);
    }

    private static void grant(int[] target, String numbers, AccessRight right) {
        if (numbers.equals("*")) {
            for (int i = 0; i < target.length; i++) {
                target[i] |= right.mask();
            }
            return;
        }
        for (String part : numbers.split(",", -1)) {
            String[] ends = part.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int id = Integer.parseInt(ends[0]); id <= last; id++) {
                target[id - 1] |= right.mask();
            }
        }
    }

    /// False when the client is not even told that the object exists.
    public boolean isVisible() {
        return attributes.length > 0;
    }

    /// The right to an attribute the class has.
    public AccessRight attribute(int attributeId) {
        return isVisible() ? new AccessRight(attributes[attributeId - 1]) : AccessRight.NONE;
    }

    /// The right to a method the class has.
    public AccessRight method(int methodId) {
        return isVisible() ? new AccessRight(methods[methodId - 1]) : AccessRight.NONE;
    }
}
