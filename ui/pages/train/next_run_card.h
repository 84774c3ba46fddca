// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/run_record.h"

#include <QFrame>

#include <functional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace zeropoint::ui {

struct DiagramNode;
class LayerBits;
class Notice;
class NumberField;
class Segment;
class TrainingSession;

/// The form of the next run. A change goes to the session at once; a setting that does not work
/// is marked here with what would.
class NextRunCard : public QFrame {
    Q_OBJECT

public:
    explicit NextRunCard(TrainingSession& session, QWidget* parent = nullptr);

    void chooseText();
    /// The part of the diagram whose bits the form shows.
    void setNode(const DiagramNode* node);

private:
    /// A number of the form: which setting it is, and by which name the core calls it in errors.
    struct Field {
        NumberField* edit;
        QLabel* label;
        QString errorName;
        std::function<double(const NextRun&)> read;
        std::function<void(NextRun&, double)> write;
        bool whole;
        bool ofModel;  ///< fixed when the run starts from given weights
    };

    void buildChoices(QGridLayout& grid);
    void buildNumbers(QGridLayout& grid);
    void addNumber(QGridLayout& grid, int row, int column, const QString& label,
                   const QString& objectName, Field field);
    QWidget* buildTextRow();
    void sendTask();
    void sendStart();
    void sendNumber(const Field& field, double value);
    void refresh();
    void refreshStartHint();
    void refreshNumbers();
    void markErrors();
    void keepInSight();

    TrainingSession& m_session;
    QComboBox* m_task;
    Segment* m_variant;
    QLabel* m_variantLabel;
    QWidget* m_textRow = nullptr;
    QLabel* m_textFile;
    QPushButton* m_textClear;
    QComboBox* m_start;
    QLabel* m_startHint;
    LayerBits* m_layerBits;
    std::vector<Field> m_fields;
    Notice* m_notice;
};

}  // namespace zeropoint::ui
