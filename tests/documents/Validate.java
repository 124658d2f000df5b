import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates FILE FLAVOUR pairs ("3a", "2a", "ua1") with veraPDF; prints a line for each broken rule. */
public final class Validate {
    private static void validate(String path, String flavour) throws Exception {
        PDFAFlavour wanted = PDFAFlavour.byFlavourId(flavour);
        TreeMap<String, Integer> broken = new TreeMap<>();
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, wanted);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(wanted, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    broken.merge(one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("not compliant", 1);
            }
        }
        System.out.println(flavour + (broken.isEmpty() ? " PASS " : " FAIL ") + path);
        broken.forEach((rule, times) -> System.out.println("  " + rule + " (" + times + ")"));
    }

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i < arguments.length; i += 2) {
            validate(arguments[i], arguments[i + 1]);
        }
    }
}
