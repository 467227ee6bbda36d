package trefas.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.log.DataLogger;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggerLayout;

/// The columns of the analysis logger as somebody chooses them: capture_objects as it is read, time, status, quality
/// and the reserved column first, then registers the meter can log there (dossier 10.3, decision 0050).
final class ColumnSetting {

    /// What every choice begins with.
    private static final List<CaptureObject> HEAD = ProfileColumns.of(
                    LoggerLayout.ofRegisters(DataLogger.ANALYSIS, List.of()))
            .captured();

    private ColumnSetting() {}

    /// Takes over another choice, which empties the logger; the same one changes nothing.
    static DataAccessResult set(Question question, CosemData value) {
        Optional<List<CaptureObject>> columns = columns(value);
        if (columns.isEmpty()) {
            return DataAccessResult.TYPE_UNMATCHED;
        }
        Optional<List<LoggedRegister>> registers = registers(columns.get());
        boolean isPossible = registers
                .filter(chosen -> AnalysisSettings.problem(
                                chosen, question.meter().configuration().measured())
                        .isEmpty())
                .isPresent();
        return NumberSetting.changeTo(
                isPossible ? registers : Optional.empty(),
                question,
                (now, chosen) -> now.with(now.analysis().settings().withRegisters(chosen)));
    }

    private static Optional<List<CaptureObject>> columns(CosemData value) {
        if (!(value instanceof CosemData.Array(List<CosemData> elements))) {
            return Optional.empty();
        }
        var columns = new ArrayList<CaptureObject>();
        for (CosemData element : elements) {
            Optional<CaptureObject> column = CaptureObject.of(element);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(columns);
    }

    /// What stands behind the head; empty when the head is another or a column is no register.
    private static Optional<List<LoggedRegister>> registers(List<CaptureObject> columns) {
        boolean hasHead = columns.size() >= HEAD.size()
                && columns.size() <= HEAD.size() + AnalysisSettings.REGISTERS_MAX
                && columns.subList(0, HEAD.size()).equals(HEAD);
        if (!hasHead) {
            return Optional.empty();
        }
        var registers = new ArrayList<LoggedRegister>();
        for (CaptureObject column : columns.subList(HEAD.size(), columns.size())) {
            Optional<LoggedRegister> register = LoggedRegister.of(column.logicalName(), column.attributeIndex())
                    .filter(found -> found.classId() == column.classId() && column.dataIndex() == 0);
            if (register.isEmpty()) {
                return Optional.empty();
            }
            registers.add(register.get());
        }
        return Optional.of(registers);
    }
}
