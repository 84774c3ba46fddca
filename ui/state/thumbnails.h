// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"

#include <QObject>
#include <QVector>

#include <cstddef>
#include <map>
#include <memory>

namespace zeropoint::ui {

class JobRunner;

/// Small histograms of a file's tensors, made on a worker in the order in which they are asked
/// for, so that a list fills in as it is looked at. Owns its worker: the user's own jobs never
/// wait for a picture.
class Thumbnails : public QObject {
    Q_OBJECT

public:
    explicit Thumbnails(QObject* parent = nullptr);
    ~Thumbnails() override;

    /// Forgets the pictures of the file before.
    void setFile(std::shared_ptr<const WeightFile> file);
    /// The bars of a tensor; empty until ready() tells of it (the first call asks for it).
    QVector<float> bars(std::size_t index);

signals:
    void ready(std::size_t index);

private:
    std::unique_ptr<JobRunner> m_jobs;
    std::shared_ptr<const WeightFile> m_file;
    std::map<std::size_t, QVector<float>> m_bars;
};

}  // namespace zeropoint::ui
